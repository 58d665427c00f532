//! [`Ledger`]: which blocks are live, and which were freed lately.

use core::fmt;
use core::panic::Location;

use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;

use crate::AllocError;
use crate::hash_index::HashIndex;

/// How many freed blocks are remembered, to tell a double free from a free of foreign memory.
pub(super) const FREED_MAX: usize = if cfg!(any(test, bun_shallow)) { 7 } else { 2047 };

/// Where something happened.
pub(super) type Caller = &'static Location<'static>;

/// A live block.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) address: usize,
    /// The size asked for.
    pub(super) size: usize,
    /// The size that was returned, at least as much.
    pub(super) len: usize,
    /// `None` for memory that was allocated elsewhere.
    pub(super) align: Option<usize>,
    pub(super) caller: Caller,
    /// How many blocks came before.
    pub(super) serial: u64,
    /// What a caller attached.
    pub(super) extra: Option<String>,
}

#[derive(Debug)]
struct Freed {
    address: usize,
    size: usize,
    allocated: Caller,
    freed: Caller,
}

/// Why a block cannot be freed.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocationScope, FreeError, Global};
///
/// let scope = AllocationScope::tracking(Global);
/// let bytes = [1_u8, 2, 3];
/// assert_eq!(scope.track_external_free(&bytes[..]), Err(FreeError::NotAllocated));
///
/// scope.track_external_allocation(&bytes[..])?;
/// scope.track_external_free(&bytes[..])?;
/// let error = scope.track_external_free(&bytes[..]).unwrap_err();
/// assert!(matches!(error, FreeError::DoubleFree { size: 3, .. }));
/// assert!(error.to_string().starts_with("double free: 3 bytes allocated at "));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeError {
    /// It was freed already.
    DoubleFree {
        /// Its size while it was live.
        size: usize,
        /// Where it was allocated.
        allocated: &'static Location<'static>,
        /// Where it was freed the first time.
        freed: &'static Location<'static>,
    },
    /// It was never allocated here, or freed so long ago that it is forgotten.
    NotAllocated,
    /// It is live, with another size or alignment.
    LayoutMismatch {
        /// Its size.
        size: usize,
        /// Its alignment, unless it was allocated elsewhere.
        align: Option<usize>,
        /// Where it was allocated.
        allocated: &'static Location<'static>,
    },
}

impl fmt::Display for FreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DoubleFree { size, allocated, freed } => write!(
                f,
                "double free: {size} bytes allocated at {allocated} were freed at {freed}"
            ),
            Self::NotAllocated => f.write_str("invalid free: not allocated in this scope"),
            Self::LayoutMismatch { size, align, allocated } => {
                write!(f, "invalid free: the block allocated at {allocated} has {size} bytes")?;
                match align {
                    Some(align) => write!(f, " aligned to {align}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl core::error::Error for FreeError {}

/// Mixes an address so that its low bits are good. Different addresses stay different.
const fn hash(address: usize) -> u64 {
    (address as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32)
}

/// The books of an allocation scope.
#[derive(Debug)]
pub(super) struct Ledger {
    live: Vec<Record>,
    /// From the hash of an address to its place in `live`.
    index: HashIndex,
    /// Oldest first.
    freed: VecDeque<Freed>,
    /// How many records may yet be added without asking for memory. `live` and `index` have room
    /// for them.
    pending: usize,
    serial: u64,
    bytes: usize,
}

impl Ledger {
    pub(super) const fn new() -> Self {
        Self {
            live: Vec::new(),
            index: HashIndex::new(),
            freed: VecDeque::new(),
            pending: 0,
            serial: 0,
            bytes: 0,
        }
    }

    pub(super) fn live(&self) -> &[Record] {
        &self.live
    }

    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    fn position(&self, address: usize) -> Option<usize> {
        self.index.get(hash(address)).map(|at| at as usize)
    }

    pub(super) fn get_mut(&mut self, address: usize) -> Option<&mut Record> {
        let at = self.position(address)?;
        self.live.get_mut(at)
    }

    /// Makes room for one record, to be added with [`add`](Self::add) or given up with
    /// [`give_up`](Self::give_up).
    pub(super) fn reserve(&mut self) -> Result<(), AllocError> {
        let pending = self.pending + 1;
        self.live.try_reserve(pending)?;
        self.index.reserve(pending)?;
        self.pending = pending;
        Ok(())
    }

    /// Gives up the room that [`reserve`](Self::reserve) or [`take`](Self::take) made.
    pub(super) fn give_up(&mut self) {
        self.pending -= 1;
    }

    /// Adds a record where there is room for it.
    pub(super) fn add(&mut self, mut record: Record) {
        self.pending -= 1;
        record.serial = self.serial;
        self.serial += 1;
        self.bytes += record.size;
        let place = u32::try_from(self.live.len()).ok().filter(|&place| place != u32::MAX);
        let place = place.expect("fewer than 2^32 - 1 live blocks");
        let added = self.index.insert(hash(record.address), place);
        debug_assert!(added.is_ok(), "there was room");
        self.live.push(record);
    }

    /// Removes the record of a block of this size, and keeps its room.
    pub(super) fn take(
        &mut self,
        address: usize,
        size: usize,
        align: Option<usize>,
    ) -> Result<Record, FreeError> {
        let Some(at) = self.position(address) else { return Err(self.why_not_live(address)) };
        let record = &self.live[at];
        let aligned = align.is_none() || record.align.is_none() || align == record.align;
        if !(record.size..=record.len).contains(&size) || !aligned {
            let (size, align, allocated) = (record.size, record.align, record.caller);
            return Err(FreeError::LayoutMismatch { size, align, allocated });
        }
        let record = self.live.swap_remove(at);
        self.index.remove(hash(address));
        if let Some(moved) = self.live.get(at) {
            #[expect(clippy::cast_possible_truncation, reason = "a place was made from a `u32`")]
            let replaced = self.index.insert(hash(moved.address), at as u32);
            debug_assert!(replaced.is_ok(), "it was there");
        }
        self.bytes -= record.size;
        self.pending += 1;
        Ok(record)
    }

    /// Remembers a block that has been taken as freed.
    pub(super) fn remember(&mut self, record: &Record, freed: Caller) {
        if self.freed.len() >= FREED_MAX {
            self.freed.pop_front();
        }
        // Without memory for it, a double free is reported as a foreign one.
        if self.freed.try_reserve(1).is_ok() {
            let (address, size, allocated) = (record.address, record.size, record.caller);
            self.freed.push_back(Freed { address, size, allocated, freed });
        }
    }

    #[cold]
    fn why_not_live(&self, address: usize) -> FreeError {
        match self.freed.iter().rev().find(|freed| freed.address == address) {
            Some(&Freed { size, allocated, freed, .. }) => {
                FreeError::DoubleFree { size, allocated, freed }
            }
            None => FreeError::NotAllocated,
        }
    }
}
