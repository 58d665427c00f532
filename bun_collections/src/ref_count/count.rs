//! The two counters and their rules: 1 at first, at most [`COUNT_MAX`], 0 for good.

use core::cell::Cell;
use core::hint::black_box;
use std::io::Write as _;

use super::atomic::{AtomicU32, Mutant, Ordering, fence};

/// Half of what the word holds: a count of threads that have incremented, but not yet looked,
/// cannot reach the other half.
pub(super) const COUNT_MAX: u32 = 1 << 31;

/// Returns how messages call the object. Asked only when there is a message.
pub(super) type Name = fn() -> &'static str;

/// Counts on one thread.
///
/// The references beyond the first one, or a number below -1 if there is none. So the sign that an
/// addition leaves behind tells all that there is to know: each way is one instruction that changes
/// the word in memory, and one branch on its flags. What that branch leads to looks at the word
/// again, since a value in a register would need instructions of its own.
pub(super) struct LocalCount(Cell<i32>);

/// What the word of a [`LocalCount`] holds when there is no reference: so far below 0 that it
/// stays there, whatever is added or subtracted before the process ends.
const DEAD: i32 = i32::MIN / 2;

/// Counts on all threads.
pub(super) struct SharedCount(AtomicU32);

const fn checked(count: u32) -> u32 {
    assert!(count > 0 && count <= COUNT_MAX, "a count of references starts above 0");
    count
}

/// Whether an object with `count` references may not have another one: it is being destroyed, or
/// has as many as there can be.
#[inline]
const fn is_closed(count: u32) -> bool {
    count.wrapping_sub(1) >= COUNT_MAX - 1
}

impl LocalCount {
    #[inline]
    pub(super) const fn new(count: u32) -> Self {
        Self(Cell::new((checked(count) - 1).cast_signed()))
    }

    #[inline]
    pub(super) fn get(&self) -> u32 {
        self.0.get().max(-1).cast_unsigned().wrapping_add(1)
    }

    #[inline]
    pub(super) fn clear(&self) {
        self.0.set(DEAD);
    }

    #[inline]
    pub(super) fn increment(&self, name: Name) {
        self.0.set(self.0.get().wrapping_add(1));
        if self.0.get() < 0 {
            self.end(name);
        }
    }

    /// Returns whether the reference was the last one, or was none: [`close`](Self::close) tells.
    #[inline]
    pub(super) fn decrement(&self) -> bool {
        self.0.set(self.0.get().wrapping_sub(1));
        self.0.get() < 0
    }

    /// Closes the count after the last reference; ends the process if there had been none.
    #[inline]
    pub(super) fn close(&self, name: Name) {
        if self.0.replace(DEAD) != -1 {
            end(name, 0);
        }
    }

    #[cold]
    #[inline(never)]
    fn end(&self, name: Name) -> ! {
        // The address is hidden, or the optimiser of a whole program passes the word in its place.
        let word = black_box(self).0.get();
        // One more than the greatest number is the least.
        end(name, if word == i32::MIN { COUNT_MAX } else { 0 })
    }
}

/// The rules, for a cell that holds the count itself.
#[inline]
pub(super) fn add_one(cell: &Cell<u32>, name: Name) {
    let count = cell.get().wrapping_add(1);
    cell.set(count);
    // One comparison finds both a 1, which was a 0, and what is above `COUNT_MAX`.
    if count.cast_signed() < 2 {
        end(name, count - 1);
    }
}

/// Returns whether none is left.
#[inline]
pub(super) fn subtract_one(cell: &Cell<u32>, name: Name) -> bool {
    let left = cell.get().wrapping_sub(1);
    cell.set(left);
    if left.cast_signed() > 0 {
        return false;
    }
    if left != 0 {
        end(name, 0);
    }
    true
}

impl SharedCount {
    #[inline]
    pub(super) const fn new(count: u32) -> Self {
        Self(AtomicU32::new(checked(count)))
    }

    /// What other owners did before they released is visible to who reads 1 here.
    #[inline]
    pub(super) fn get(&self) -> u32 {
        self.0.load(Mutant::Get.order(Ordering::Acquire))
    }

    #[inline]
    pub(super) fn clear(&self) {
        // Nobody else has a reference, so there is nobody to tell.
        self.0.store(0, Ordering::Relaxed);
    }

    #[inline]
    pub(super) fn increment(&self, name: Name) {
        // Who increments has a reference, and with it has seen all that it needs to see.
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        if is_closed(count) {
            end(name, count);
        }
    }

    /// Returns whether none is left.
    #[inline]
    pub(super) fn decrement(&self, name: Name) -> bool {
        // Release: the destructor, wherever it runs, sees what was done with this reference.
        let count = self.0.fetch_sub(1, Mutant::Release.order(Ordering::Release));
        if count > 1 {
            return false;
        }
        if count == 0 {
            end(name, 0);
        }
        // Pairs with the releases of all other references.
        if !Mutant::Acquire.is_active() {
            fence(Ordering::Acquire);
        }
        true
    }
}

#[cfg(debug_assertions)]
impl Drop for LocalCount {
    fn drop(&mut self) {
        assert_unshared(self.get());
    }
}

#[cfg(debug_assertions)]
impl Drop for SharedCount {
    fn drop(&mut self) {
        assert_unshared(self.get());
    }
}

/// An object that is freed has been destroyed, or had no owner but the one that frees it.
#[cfg(debug_assertions)]
fn assert_unshared(count: u32) {
    assert!(count <= 1 || std::thread::panicking(), "freed an object with {count} references");
}

/// Ends the process: unwinding would leave a count that is wrong, to code that trusts it.
#[cold]
#[inline(never)]
pub(super) fn end(name: Name, count: u32) -> ! {
    let what = if count == 0 { "used after its last reference" } else { "too many references" };
    // That writing may fail changes nothing about what has to happen next.
    let _ = writeln!(std::io::stderr(), "error: {}: {what}", name());
    std::process::abort()
}
