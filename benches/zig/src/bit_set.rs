//! The sets of `std.bit_set`.

use crate::Oracle;
use crate::ffi::{self, BitSetHandle};
use crate::owned::Owned;

/// No set is longer.
const LEN_MAX: usize = 1 << 20;

/// Which of Zig's sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum BitSetKind {
    /// `IntegerBitSet(1)`.
    Integer1,
    /// `IntegerBitSet(7)`.
    Integer7,
    /// `IntegerBitSet(31)`.
    Integer31,
    /// `IntegerBitSet(64)`.
    Integer64,
    /// `IntegerBitSet(127)`.
    Integer127,
    /// `ArrayBitSet(usize, 64)`.
    Array64,
    /// `ArrayBitSet(usize, 130)`.
    Array130,
    /// `ArrayBitSet(usize, 1280)`.
    Array1280,
    /// `DynamicBitSetUnmanaged`.
    Dynamic,
}

/// A change of a set by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BitSetChange {
    /// `set`.
    Set(usize),
    /// `unset`.
    Unset(usize),
    /// `toggle`.
    Toggle(usize),
    /// `setValue`.
    SetValue(usize, bool),
    /// `setRangeValue`.
    SetRange(usize, usize, bool),
    /// `setRangeValue` of all bits.
    SetAll(bool),
    /// `toggleAll`.
    ToggleAll,
    /// `toggleFirstSet`.
    ToggleFirst,
}

/// How a set changes by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum BitSetCombine {
    /// `setUnion`.
    Union,
    /// `setIntersection`.
    Intersection,
    /// `toggleSet`.
    Toggle,
}

/// How a set is made of two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum BitSetResult {
    /// `complement` of the first.
    Complement,
    /// `unionWith`.
    Union,
    /// `intersectWith`.
    Intersection,
    /// `xorWith`.
    Xor,
    /// `differenceWith`.
    Difference,
}

/// A set of Zig's.
///
/// # Examples
///
/// ```
/// use zig_oracle::{BitSet, BitSetChange, BitSetKind, Oracle};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut set = BitSet::new(zig, BitSetKind::Dynamic, 70, false);
/// set.change(BitSetChange::Set(69));
/// assert_eq!(set.numbers(), [70, 1, 69, 69]);
/// assert_eq!(set.indices(true, true), [69]);
/// ```
#[derive(Debug)]
pub struct BitSet {
    handle: Owned<BitSetHandle>,
}

impl BitSet {
    /// `initEmpty` or `initFull`; only a dynamic set heeds the length.
    ///
    /// # Panics
    ///
    /// When the length is above 2²⁰.
    #[must_use]
    pub fn new(_zig: Oracle, kind: BitSetKind, len: usize, full: bool) -> Self {
        assert!(len <= LEN_MAX);
        Self { handle: Owned::new(ffi::bit_set_create(kind as u32, len, full)) }
    }

    /// `resize`, of a dynamic set; another aborts.
    ///
    /// # Panics
    ///
    /// As [`new`](Self::new).
    pub fn resize(&mut self, len: usize, fill: bool) {
        assert!(len <= LEN_MAX);
        ffi::bit_set_resize(&mut self.handle, len, fill);
    }

    /// Makes a change; an index that the set does not have aborts. Returns `toggleFirstSet`.
    pub fn change(&mut self, change: BitSetChange) -> Option<usize> {
        let (number, start, end, value) = match change {
            BitSetChange::Set(index) => (0, index, index, false),
            BitSetChange::Unset(index) => (1, index, index, false),
            BitSetChange::Toggle(index) => (2, index, index, false),
            BitSetChange::SetValue(index, value) => (3, index, index, value),
            BitSetChange::SetRange(start, end, value) => (4, start, end, value),
            BitSetChange::SetAll(value) => (5, 0, 0, value),
            BitSetChange::ToggleAll => (6, 0, 0, false),
            BitSetChange::ToggleFirst => (7, 0, 0, false),
        };
        let index = ffi::bit_set_change(&mut self.handle, number, start, end, value);
        (index != usize::MAX).then_some(index)
    }

    /// Combines the set with another of its kind and length; others abort.
    pub fn combine(&mut self, other: &Self, how: BitSetCombine) {
        ffi::bit_set_combine(&mut self.handle, &other.handle, how as u32);
    }

    /// A new set of this and another of its kind, which is not dynamic; others abort.
    #[must_use]
    pub fn result(&self, other: &Self, how: BitSetResult) -> Self {
        Self { handle: Owned::new(ffi::bit_set_result(&self.handle, &other.handle, how as u32)) }
    }

    /// `eql`, `subsetOf` and `supersetOf`, of sets of one kind; others abort.
    #[must_use]
    pub fn compare(&self, other: &Self) -> [bool; 3] {
        let bits = ffi::bit_set_compare(&self.handle, &other.handle);
        [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0]
    }

    /// `capacity`, `count`, `findFirstSet` and `findLastSet`; `usize::MAX` where there is no bit.
    #[must_use]
    pub fn numbers(&self) -> [usize; 4] {
        let mut numbers = [0; 4];
        ffi::bit_set_numbers(&self.handle, &mut numbers);
        numbers
    }

    /// `isSet`; an index that the set does not have aborts.
    #[must_use]
    pub fn is_set(&self, index: usize) -> bool {
        ffi::bit_set_is_set(&self.handle, index)
    }

    /// What an iterator over bits that are set, or are not, returns.
    #[must_use]
    pub fn indices(&self, set: bool, forward: bool) -> Vec<usize> {
        let mut indices = vec![0; self.numbers()[0]];
        let out = indices.as_mut_slice().into();
        let count = ffi::bit_set_indices(&self.handle, !set, !forward, out);
        indices.truncate(count);
        indices
    }
}

impl Clone for BitSet {
    /// `clone`, or a copy of the value.
    fn clone(&self) -> Self {
        Self { handle: Owned::new(ffi::bit_set_clone(&self.handle)) }
    }
}
