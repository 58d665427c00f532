//! [`LeakReport`]: the blocks that are live and should not be.

use core::fmt;
use core::panic::Location;

use alloc::string::String;
use alloc::vec::Vec;

use super::ledger::Ledger;

/// How many leaks are described; the others are counted.
const DESCRIBED_MAX: usize = 10;

/// One live block.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocationScope, Global, Leak};
///
/// let scope = AllocationScope::tracking(Global);
/// let kept = [0_u8; 12];
/// scope.track_external_allocation(&kept[..])?;
/// let report = scope.into_report();
/// let leak: &Leak = &report.leaks()[0];
/// assert_eq!((leak.address(), leak.size()), (kept.as_ptr().addr(), 12));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    address: usize,
    size: usize,
    location: &'static Location<'static>,
    extra: Option<String>,
}

impl Leak {
    /// Returns where the block begins.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// scope.track_external_allocation(&kept[..])?;
    /// let report = scope.into_report();
    /// assert_eq!(report.leaks()[0].address(), kept.as_ptr().addr());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn address(&self) -> usize {
        self.address
    }

    /// Returns the size of the block, in bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u32; 3];
    /// scope.track_external_allocation(&kept[..])?;
    /// assert_eq!(scope.into_report().leaks()[0].size(), 12);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Returns the place in the source that allocated it. Through a container, that is a place in
    /// the container.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// let line = line!() + 1;
    /// scope.track_external_allocation(&kept[..])?;
    /// let report = scope.into_report();
    /// assert_eq!(report.leaks()[0].location().line(), line);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn location(&self) -> &'static Location<'static> {
        self.location
    }

    /// Returns what was attached to the block, as text.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// scope.track_external_allocation(&kept[..])?;
    /// scope.set_pointer_extra(kept.as_ptr(), "the header");
    /// assert_eq!(scope.into_report().leaks()[0].extra(), Some("the header"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn extra(&self) -> Option<&str> {
        self.extra.as_deref()
    }
}

/// The blocks that are live, oldest first. The first ten are described.
///
/// Zig prints the same before it panics.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocationScope, Global};
///
/// let scope = AllocationScope::tracking(Global);
/// let kept = [0_u8; 12];
/// scope.track_external_allocation(&kept[..])?;
/// let report = scope.into_report();
/// assert_eq!((report.count(), report.bytes()), (1, 12));
/// let text = report.to_string();
/// assert!(text.starts_with("allocation scope leaked 1 allocations (12 bytes)\n- 0x"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [[0_u8; 12], [1; 12]];
    /// for part in &kept {
    ///     scope.track_external_allocation(&part[..])?;
    /// }
    /// let report = scope.into_report();
    /// let addresses = report.leaks().iter().map(|leak| leak.address());
    /// assert!(addresses.eq(kept.iter().map(|part| part.as_ptr().addr())));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn leaks(&self) -> &[Leak] {
        &self.leaks
    }

    /// Returns how many blocks there are.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [[0_u8; 4]; 12];
    /// for part in &kept {
    ///     scope.track_external_allocation(&part[..])?;
    /// }
    /// let report = scope.into_report();
    /// assert_eq!((report.count(), report.leaks().len()), (12, 10));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Returns the sum of their sizes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let (short, long) = ([0_u8; 4], [0_u8; 40]);
    /// scope.track_external_allocation(&short[..])?;
    /// scope.track_external_allocation(&long[..])?;
    /// assert_eq!(scope.into_report().bytes(), 44);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
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
