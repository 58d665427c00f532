//! Strings whose units lie behind the header, in one block.
#![expect(unsafe_code, reason = "allocates header and units as one block")]

use core::alloc::Layout;
use core::ptr::NonNull;
use core::slice;
use core::sync::atomic::AtomicU32;

use super::header::{IS_8BIT, MADE_HERE, REF_STEP};
use super::{LENGTH_MAX, WTFString, WTFStringImplStruct};
use crate::string::text::Text;

/// Makes a copy of `text`, which must not be UTF-8 beyond ASCII.
pub(in crate::string) fn copy(text: Text<'_>) -> Option<WTFString> {
    let (from, block) = match text {
        Text::Latin1(bytes) | Text::Utf8(bytes) => (bytes.as_ptr(), allocate(bytes.len(), true)?),
        Text::Utf16(wide) => (wide.as_ptr().cast(), allocate(wide.len(), false)?),
    };
    let string = WTFString::from_block(block);
    // SAFETY: `allocate` made room for exactly these units behind the header, in a new block.
    unsafe { units(block).copy_from_nonoverlapping(from, string.byte_length()) };
    Some(string)
}

/// Makes a string of `len` bytes that `fill` writes; they are zero before.
pub(in crate::string) fn latin1_with(
    len: usize,
    fill: impl FnOnce(&mut [u8]),
) -> Option<WTFString> {
    let string = WTFString::from_block(allocate_zeroed(len, true)?);
    let bytes = string.as_raw().wrapping_add(1).cast::<u8>();
    // SAFETY: `allocate_zeroed` made room for `len` bytes behind the header, which nobody else
    // knows yet.
    fill(unsafe { slice::from_raw_parts_mut(bytes, len) });
    Some(string)
}

/// Makes a string of `len` units of two bytes that `fill` writes; they are zero before.
pub(in crate::string) fn utf16_with(
    len: usize,
    fill: impl FnOnce(&mut [u16]),
) -> Option<WTFString> {
    let string = WTFString::from_block(allocate_zeroed(len, false)?);
    let wide = string.as_raw().wrapping_add(1).cast::<u16>();
    // SAFETY: `allocate_zeroed` made room for `len` units behind the header, whose size is a
    // multiple of their alignment.
    fill(unsafe { slice::from_raw_parts_mut(wide, len) });
    Some(string)
}

/// The address behind the header.
const fn units(block: NonNull<WTFStringImplStruct>) -> *mut u8 {
    block.as_ptr().wrapping_add(1).cast()
}

/// The layout of header and units; `None` when a string cannot be so long.
fn layout(len: usize, is_8bit: bool) -> Option<Layout> {
    if len > LENGTH_MAX {
        return None;
    }
    let units = if is_8bit { Layout::array::<u8>(len) } else { Layout::array::<u16>(len) };
    let (whole, offset) = Layout::new::<WTFStringImplStruct>().extend(units.ok()?).ok()?;
    debug_assert_eq!(offset, size_of::<WTFStringImplStruct>());
    Some(whole)
}

/// A block with a header of one reference; its `len` units are not initialised.
#[expect(clippy::cast_ptr_alignment, reason = "the layout has the alignment of a header")]
fn allocate(len: usize, is_8bit: bool) -> Option<NonNull<WTFStringImplStruct>> {
    let layout = layout(len, is_8bit)?;
    // SAFETY: the layout has the size of a header at least.
    let block = unsafe { alloc::alloc::alloc(layout) };
    let Some(block) = NonNull::new(block.cast::<WTFStringImplStruct>()) else {
        alloc::alloc::handle_alloc_error(layout)
    };
    let header = WTFStringImplStruct {
        ref_count: AtomicU32::new(REF_STEP),
        length: len as u32,
        data: units(block).cast_const().cast(),
        hash_and_flags: AtomicU32::new(MADE_HERE | if is_8bit { IS_8BIT } else { 0 }),
    };
    // SAFETY: the block is new, large enough and aligned for a header.
    unsafe { block.write(header) };
    Some(block)
}

/// Like [`allocate`], with units of zero.
fn allocate_zeroed(len: usize, is_8bit: bool) -> Option<NonNull<WTFStringImplStruct>> {
    let block = allocate(len, is_8bit)?;
    let bytes = if is_8bit { len } else { 2 * len };
    // SAFETY: `allocate` made room for so many bytes behind the header.
    unsafe { units(block).write_bytes(0, bytes) };
    Some(block)
}

/// Frees a string that [`allocate`] made.
///
/// # Safety
///
/// The string was made by `allocate`, `block` is the pointer from there, and the string has no
/// reference left.
pub(super) unsafe fn free(block: NonNull<WTFStringImplStruct>) {
    // SAFETY: the string is not freed yet.
    let header = unsafe { block.as_ref() };
    let Some(layout) = layout(header.length as usize, header.is_8bit()) else {
        unreachable!("the string was allocated with this length");
    };
    // SAFETY: `allocate` got the block from the same allocator with the same layout: length and
    // width of a string do not change.
    unsafe { alloc::alloc::dealloc(block.as_ptr().cast(), layout) };
}
