//! What an [`AllocationScope`] is told about blocks: that they come from elsewhere, live on, or are
//! to be described.

use core::fmt;
use core::panic::Location;

use alloc::string::ToString;

use super::{AllocationScope, FreeError, record};
use crate::{AllocError, Allocator};

impl<A: Allocator> AllocationScope<A> {
    /// Tracks memory that was allocated elsewhere, so that it counts as a leak unless it is freed
    /// through the scope or [untracked](Self::track_external_free). An empty slice is ignored.
    ///
    /// Zig: `AllocationScope.trackExternalAllocation`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the record.
    ///
    /// # Panics
    ///
    /// If it is tracked already.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let foreign = [0_u8; 12];
    /// scope.track_external_allocation(&foreign[..])?;
    /// assert_eq!(scope.stats().total_memory_allocated, 12);
    /// assert_eq!(scope.track_external_free(&foreign[..]), Ok(()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "trackExternalAllocation")]
    #[track_caller]
    pub fn track_external_allocation<T>(&self, memory: *const [T]) -> Result<(), AllocError> {
        let size = memory.len().saturating_mul(size_of::<T>());
        let Some(mut ledger) = self.ledger() else { return Ok(()) };
        if size == 0 {
            return Ok(());
        }
        if ledger.get_mut(memory.addr()).is_some() {
            drop(ledger);
            panic!("the memory is tracked already");
        }
        ledger.reserve()?;
        ledger.add(record(memory.addr(), size, size, None));
        Ok(())
    }

    /// Stops tracking memory that is freed elsewhere. An empty slice is ignored.
    ///
    /// Zig: `AllocationScope.trackExternalFree`.
    ///
    /// # Errors
    ///
    /// [`FreeError`] if it is not live with this size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let foreign = [0_u8; 12];
    /// scope.track_external_allocation(&foreign[..])?;
    /// assert_eq!(scope.track_external_free(&foreign[..]), Ok(()));
    /// assert!(scope.track_external_free(&foreign[..]).is_err());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "trackExternalFree")]
    #[track_caller]
    pub fn track_external_free<T>(&self, memory: *const [T]) -> Result<(), FreeError> {
        let size = memory.len().saturating_mul(size_of::<T>());
        let Some(mut ledger) = self.ledger() else { return Ok(()) };
        if size == 0 {
            return Ok(());
        }
        let record = ledger.take(memory.addr(), size, None)?;
        ledger.remember(&record, Location::caller());
        ledger.give_up();
        Ok(())
    }

    /// Stops tracking memory that is meant to live on.
    ///
    /// Zig: `AllocationScope.leakSlice`.
    ///
    /// # Panics
    ///
    /// If it is not live with this size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// scope.track_external_allocation(&kept[..])?;
    /// scope.leak_slice(&kept[..]);
    /// assert_eq!(scope.check(), Ok(()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "leakSlice")]
    #[track_caller]
    pub fn leak_slice<T>(&self, memory: *const [T]) {
        if let Err(error) = self.track_external_free(memory) {
            panic!("{error}");
        }
    }

    /// Attaches a description to the live block that begins at `ptr`, shown if it leaks. Does
    /// nothing if there is no such block.
    ///
    /// Zig: `AllocationScope.setPointerExtra`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// scope.track_external_allocation(&kept[..])?;
    /// scope.set_pointer_extra(kept.as_ptr(), format_args!("page {}", 7));
    /// assert_eq!(scope.into_report().leaks()[0].extra(), Some("page 7"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "setPointerExtra")]
    pub fn set_pointer_extra<T: ?Sized>(&self, ptr: *const T, extra: impl fmt::Display) {
        if !self.owns(ptr) {
            return;
        }
        // Formatted without the lock.
        let extra = extra.to_string();
        if let Some(mut ledger) = self.ledger()
            && let Some(record) = ledger.get_mut(ptr.addr())
        {
            record.extra = Some(extra);
        }
    }
}
