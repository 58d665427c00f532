//! [`LeakReport`]: the blocks that are live and should not be.

use core::fmt;
use core::panic::Location;

use alloc::string::String;
use alloc::vec::Vec;

use super::ledger::Ledger;

/// How many leaks are described; the others are counted.
const DESCRIBED_MAX: usize = 10;

/// One live block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    address: usize,
    size: usize,
    location: &'static Location<'static>,
    extra: Option<String>,
}

impl Leak {
    /// Returns where the block begins.
    #[must_use]
    pub const fn address(&self) -> usize {
        self.address
    }

    /// Returns the size of the block, in bytes.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Returns the place in the source that allocated it. Through a container, that is a place in
    /// the container.
    #[must_use]
    pub const fn location(&self) -> &'static Location<'static> {
        self.location
    }

    /// Returns what was attached to the block, as text.
    #[must_use]
    pub fn extra(&self) -> Option<&str> {
        self.extra.as_deref()
    }
}

/// The blocks that are live, oldest first. The first ten are described.
///
/// Zig prints the same before it panics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeakReport {
    leaks: Vec<Leak>,
    count: usize,
    bytes: usize,
}

impl LeakReport {
    pub(super) fn new(ledger: &Ledger) -> Self {
        let mut live: Vec<_> = ledger.live().iter().collect();
        live.sort_unstable_by_key(|record| record.serial);
        let describe = live.iter().take(DESCRIBED_MAX).map(|record| Leak {
            address: record.address,
            size: record.size,
            location: record.caller,
            extra: record.extra.clone(),
        });
        Self { leaks: describe.collect(), count: live.len(), bytes: ledger.bytes() }
    }

    /// Returns the first ten blocks.
    #[must_use]
    pub fn leaks(&self) -> &[Leak] {
        &self.leaks
    }

    /// Returns how many blocks there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Returns the sum of their sizes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.bytes
    }
}

impl fmt::Display for LeakReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, bytes, .. } = self;
        write!(f, "allocation scope leaked {count} allocations ({bytes} bytes)")?;
        for Leak { address, size, location, extra } in &self.leaks {
            write!(f, "\n- {address:#x}, {size} bytes, at {location}")?;
            if let Some(extra) = extra {
                write!(f, ", {extra}")?;
            }
        }
        match self.count - self.leaks.len() {
            0 => Ok(()),
            others => write!(f, "\n(only the first {DESCRIBED_MAX} are shown, {others} more)"),
        }
    }
}

impl core::error::Error for LeakReport {}
