//! Strings whose units lie elsewhere, and an owner that is dropped with them.
#![expect(unsafe_code, reason = "a header in front of its owner, made from a box")]

use core::ptr::NonNull;
use core::sync::atomic::AtomicU32;

use alloc::boxed::Box;

use super::header::{BUFFER_EXTERNAL, IS_8BIT, MADE_HERE, REF_STEP};
use super::{LENGTH_MAX, WTFString, WTFStringImplStruct};
use crate::string::text::Text;

/// Runs when the last reference is given back, on whichever thread does so.
pub(in crate::string) type Owner = Box<dyn FnOnce() + Send>;

/// The header comes first, so that a pointer to it is one to all of this.
#[repr(C)]
struct External {
    header: WTFStringImplStruct,
    owner: Option<Owner>,
}

/// Makes a string of units that live as long as the process.
pub(in crate::string) fn from_static(text: Text<'static>) -> Option<WTFString> {
    // SAFETY: static units are valid for as long as anything.
    unsafe { from_owner(text, None) }
}

/// Makes a string of units that `owner` keeps; `None`, with `owner` run, when there are too many.
///
/// # Safety
///
/// The units stay valid and unchanged until `owner` runs, whatever the lifetime of `text` says.
/// UTF-8 must be ASCII.
pub(in crate::string) unsafe fn from_owner(
    text: Text<'_>,
    owner: Option<Owner>,
) -> Option<WTFString> {
    if text.len() > LENGTH_MAX {
        if let Some(owner) = owner {
            owner();
        }
        return None;
    }
    let (data, width) = match text {
        Text::Latin1(bytes) | Text::Utf8(bytes) => (bytes.as_ptr().cast(), IS_8BIT),
        Text::Utf16(units) => (units.as_ptr().cast(), 0),
    };
    let header = WTFStringImplStruct {
        ref_count: AtomicU32::new(REF_STEP),
        length: text.len() as u32,
        data,
        hash_and_flags: AtomicU32::new(MADE_HERE | BUFFER_EXTERNAL | width),
    };
    let external = Box::into_raw(Box::new(External { header, owner }));
    // SAFETY: a box is not null.
    let block = unsafe { NonNull::new_unchecked(external.cast::<WTFStringImplStruct>()) };
    Some(WTFString::from_block(block))
}

/// Frees a string that [`from_owner`] made, then runs its owner.
///
/// # Safety
///
/// The string was made by `from_owner`, `block` is the pointer from there, and the string has no
/// reference left.
pub(super) unsafe fn free(block: NonNull<WTFStringImplStruct>) {
    let external = block.as_ptr().cast::<External>();
    // SAFETY: the pointer is that of a box, because the header comes first; nobody else has it.
    let external = unsafe { Box::from_raw(external) };
    if let Some(owner) = external.owner {
        owner();
    }
}
