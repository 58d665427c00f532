//! Comparing two observations.

use core::fmt::{self, Debug};

use super::intended::INTENDED;

/// Two observations that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The position of the operation after which they were made.
    pub step: usize,
    /// What was observed.
    pub what: &'static str,
    /// What Zig showed.
    pub zig: String,
    /// What Rust showed.
    pub rust: String,
}

impl fmt::Display for Divergence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, what, zig, rust } = self;
        write!(formatter, "{what} after step {step}: zig {zig}, rust {rust}")
    }
}

/// Compares the observations of one area, and counts them.
#[derive(Clone, Debug)]
pub struct Check {
    area: &'static str,
    step: usize,
    comparisons: u64,
    intended: [u64; INTENDED.len()],
}

impl Check {
    /// A check for the area of this name.
    #[must_use]
    pub const fn new(area: &'static str) -> Self {
        Self { area, step: 0, comparisons: 0, intended: [0; INTENDED.len()] }
    }

    /// Says which operation the next observations follow.
    pub const fn at(&mut self, step: usize) {
        self.step = step;
    }

    /// The operation that ran last.
    #[must_use]
    pub const fn step(&self) -> usize {
        self.step
    }

    /// Compares what the two sides show.
    ///
    /// # Errors
    ///
    /// When they differ and the table of intended divergences has no entry for `what`.
    pub fn same<T: PartialEq + Debug>(
        &mut self,
        what: &'static str,
        zig: T,
        rust: T,
    ) -> Result<(), Divergence> {
        self.comparisons += 1;
        if zig == rust { Ok(()) } else { self.diverge(what, &zig, &rust) }
    }

    #[cold]
    fn diverge(
        &mut self,
        what: &'static str,
        zig: &dyn Debug,
        rust: &dyn Debug,
    ) -> Result<(), Divergence> {
        let entry = INTENDED.iter().position(|entry| entry.area == self.area && entry.what == what);
        if let Some(entry) = entry {
            self.intended[entry] += 1;
            return Ok(());
        }
        let (zig, rust) = (format!("{zig:x?}"), format!("{rust:x?}"));
        Err(Divergence { step: self.step, what, zig, rust })
    }

    /// How many observations were compared.
    #[must_use]
    pub const fn comparisons(&self) -> u64 {
        self.comparisons
    }

    /// How often each entry of the table of intended divergences was met.
    #[must_use]
    pub const fn intended(&self) -> &[u64; INTENDED.len()] {
        &self.intended
    }
}
