//! The trait that describes one pair of implementations.

use core::fmt;

use super::{Budget, Check, Divergence, Log, Report, explore};
use crate::prng::Prng;

/// A pair of implementations, and the operations that drive both.
pub trait Area {
    /// One step. Its `Debug` output goes to the log, so it holds all that the step needs.
    type Op: Clone + fmt::Debug;

    /// The name by which the command line, the log and the table of intended divergences know it.
    fn name(&self) -> &'static str;

    /// Draws a sequence.
    fn generate(&self, random: &mut Prng) -> Vec<Self::Op>;

    /// Runs both implementations from their initial state through `ops`.
    ///
    /// Any list of operations can be run: one that the state does not allow is skipped on both
    /// sides, so that shrinking may remove whatever it likes.
    ///
    /// # Errors
    ///
    /// The first divergence that nobody intended.
    fn run(&self, ops: &[Self::Op], check: &mut Check) -> Result<(), Divergence>;

    /// Simpler versions of `op`, the simplest first. Each is simpler by a measure that ends.
    fn simplify(&self, op: &Self::Op) -> Vec<Self::Op>;
}

/// An [`Area`] of which the operations do not matter.
pub trait AnyArea {
    /// [`Area::name`].
    fn name(&self) -> &'static str;

    /// Runs generated sequences within `budget`, and writes what diverges to `log`.
    fn explore(&self, budget: &Budget, log: &Log) -> Report;
}

impl<A: Area> AnyArea for A {
    fn name(&self) -> &'static str {
        Area::name(self)
    }

    fn explore(&self, budget: &Budget, log: &Log) -> Report {
        explore(self, budget, log)
    }
}

/// Bytes of an operation, which print as a byte string.
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    /// Shorter and plainer versions.
    #[must_use]
    pub fn simpler(&self) -> Vec<Self> {
        let bytes = &self.0;
        let mut simpler: Vec<Self> = [0, bytes.len() / 2, bytes.len().saturating_sub(1)]
            .into_iter()
            .filter(|&len| len < bytes.len())
            .map(|len| Self(bytes[..len].to_vec()))
            .collect();
        if bytes.iter().any(|&byte| byte != 0) {
            simpler.push(Self(vec![0; bytes.len()]));
        }
        simpler
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "b\"{}\"", self.0.escape_ascii())
    }
}
