//! The name table: from a code to its tag, in O(1) and without a lock.
//!
//! Well-known codes index a constant array. The others go through `SLOT_OF_CODE` to a slot of
//! `NAMES`: zeroed static memory, of which only the pages in use are ever touched; codes are
//! scattered and slots dense, so that a program with a thousand tags touches 40 pages, not 400.
//! Both only grow; a slot is filled before its number is published, so a reader takes no lock. The
//! one lock of the module orders writers.
//!
//! Tags named by `err!` are collected by the linker in `LINKED` and entered before `main`; names
//! that only exist at run time come after them and take what is free. A clash between two linked
//! tags is therefore always found, by every start of the program.

use core::num::NonZeroU16;
use core::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, MutexGuard, Once, OnceLock, PoisonError};

use super::code::{FIRST_HASHED, code_of};
use super::{Error, Tag, clash, well_known};

/// The tags of every `err!` in the program, as the linker found them; the same tag many times.
///
/// Empty where each `err!` brings a start-up function that calls `register`.
#[cfg(not(miri))]
#[linkme::distributed_slice]
pub static LINKED: [Tag];
#[cfg(miri)]
static LINKED: [Tag; 0] = [];

const CODES: usize = 1 << 16;

/// The slot of each code in `NAMES`; zero while the code has no name.
static SLOT_OF_CODE: [AtomicU16; CODES] = [const { AtomicU16::new(0) }; CODES];
/// Slot zero stays empty. As many slots as a `u16` has values, so that indexing needs no check.
static NAMES: [OnceLock<&'static str>; CODES] = [const { OnceLock::new() }; CODES];
/// The last slot in use.
static WRITER: Mutex<u16> = Mutex::new(0);
static LINKED_ENTERED: Once = Once::new();

/// Returns the tag of an error.
#[inline]
pub(super) fn name(error: Error) -> &'static str {
    let code = error.as_u16();
    match well_known(code).or_else(|| published(code)) {
        Some(name) => name,
        None => late(error),
    }
}

/// Returns the tag of a code, if it has one.
pub(super) fn find(code: NonZeroU16) -> Option<&'static str> {
    let code = code.get();
    well_known(code).or_else(|| published(code)).or_else(|| {
        enter_linked();
        published(code)
    })
}

/// The tag of an error that was not yet entered: on a target without start-up functions.
#[cold]
#[inline(never)]
fn late(error: Error) -> &'static str {
    match find(error.0) {
        Some(name) => name,
        None => unregistered(error),
    }
}

#[inline]
fn well_known(code: u16) -> Option<&'static str> {
    well_known::NAMES.get(usize::from(code)).copied()
}

/// Returns the error of a name met at run time, giving it a code on first sight.
///
/// `keep` makes the name immortal; it is called at most once, with the lock held.
pub(super) fn intern(name: &str, keep: impl FnOnce() -> &'static str) -> Error {
    enter_linked();
    let first = code_of(name.as_bytes());
    if first.get() < FIRST_HASHED {
        return Error(first);
    }
    if published(first.get()) == Some(name) {
        return Error(first);
    }
    let mut used = lock();
    // Nothing is ever removed, so a name is found before the first free code of its sequence.
    let mut code = first.get();
    loop {
        match published(code) {
            Some(taken) if taken == name => break,
            Some(_) => code = code.checked_add(1).unwrap_or(FIRST_HASHED),
            None => {
                publish(&mut used, code, keep());
                break;
            }
        }
        if code == first.get() {
            clash::out_of_codes(name);
        }
    }
    Error(NonZeroU16::new(code).expect("the sequence stays in the hashed range"))
}

/// Enters one tag of the program.
///
/// Aborts when its code already belongs to another linked tag.
pub(super) fn register(tag: Tag) {
    let code = tag.error.as_u16();
    if code < FIRST_HASHED {
        return;
    }
    let mut used = lock();
    match published(code) {
        None => publish(&mut used, code, tag.name),
        Some(name) if name == tag.name => {}
        Some(name) => clash::abort(name, tag.name, &LINKED),
    }
}

/// Enters every linked tag, once.
pub(super) fn enter_linked() {
    LINKED_ENTERED.call_once(|| {
        for &tag in LINKED.iter() {
            register(tag);
        }
    });
}

#[inline]
fn published(code: u16) -> Option<&'static str> {
    // Acquire: pairs with the Release in `publish`, which follows the write of the slot.
    let slot = SLOT_OF_CODE[usize::from(code)].load(Ordering::Acquire);
    NAMES[usize::from(slot)].get().copied()
}

fn publish(last: &mut MutexGuard<'static, u16>, code: u16, name: &'static str) {
    // A code is published once, and there are fewer of them than slots: no overflow.
    **last += 1;
    NAMES[usize::from(**last)].get_or_init(|| name);
    SLOT_OF_CODE[usize::from(code)].store(**last, Ordering::Release);
}

fn lock() -> MutexGuard<'static, u16> {
    // A writer panics only while it makes room for a name, before it takes a slot.
    WRITER.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cold]
fn unregistered(error: Error) -> &'static str {
    panic!(
        "error code {} has no tag here: it comes from another copy of bun_core, or from a dynamic \
         library whose tags the linker did not collect",
        error.as_u16()
    )
}
