//! Runs of ASCII: widened, narrowed and copied, inline and without asking for the processor.
//!
//! Most strings are short and ASCII, so this comes before any dispatch. The loops are written over
//! arrays of sixteen, which compilers turn into the baseline's vector instructions (SSE2, NEON);
//! the end of a long enough input is done by one more array that overlaps the last.

use core::mem::MaybeUninit;

use super::Progress;

/// Elements handled together.
const STEP: usize = 16;

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
use super::sse2::{is_ascii, is_ascii16, narrow as narrow_step, widen as widen_step};

/// Returns whether every byte is below 0x80.
#[cfg(not(all(target_arch = "x86_64", not(bun_force_scalar))))]
#[inline(always)]
fn is_ascii(bytes: &[u8; STEP]) -> bool {
    u128::from_ne_bytes(*bytes) & (u128::MAX / 0xff * 0x80) == 0
}

/// Returns every byte as a unit.
#[cfg(not(all(target_arch = "x86_64", not(bun_force_scalar))))]
#[inline(always)]
fn widen_step(bytes: &[u8; STEP]) -> [u16; STEP] {
    bytes.map(u16::from)
}

/// Returns every unit, which is below 0x80, as a byte.
#[cfg(not(all(target_arch = "x86_64", not(bun_force_scalar))))]
#[inline(always)]
fn narrow_step(units: &[u16; STEP]) -> [u8; STEP] {
    units.map(|unit| unit as u8)
}

/// Returns whether every unit is below 0x80.
#[cfg(not(all(target_arch = "x86_64", not(bun_force_scalar))))]
#[inline(always)]
fn is_ascii16(units: &[u16; STEP]) -> bool {
    units.iter().fold(0, |all, unit| all | unit) < 0x80
}

/// Returns the number of bytes below 0x80 at the start.
#[inline]
pub(crate) fn ascii_prefix(bytes: &[u8]) -> usize {
    let (steps, rest) = bytes.as_chunks::<STEP>();
    let whole = steps.iter().take_while(|step| is_ascii(step)).count() * STEP;
    let rest = if whole == bytes.len() - rest.len() { rest } else { &bytes[whole..whole + STEP] };
    whole + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// Returns whether all of at most 64 bytes are below 0x80, without a loop from sixteen bytes on.
#[inline]
pub(crate) fn is_short_ascii(bytes: &[u8]) -> bool {
    debug_assert!(bytes.len() <= 4 * STEP, "the bytes between would not be looked at");
    const TWO: usize = 2 * STEP;
    if let (Some(first), Some(last)) = (bytes.first_chunk::<TWO>(), bytes.last_chunk::<TWO>()) {
        return first.as_chunks().0.iter().chain(last.as_chunks().0).all(is_ascii);
    }
    if let (Some(a), Some(b)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return is_ascii(a) & is_ascii(b);
    }
    bytes.iter().fold(0, |all, byte| all | byte) < 0x80
}

/// Applies `convert` to the longest prefix that is ASCII and fits; returns its length.
///
/// `all` and `each` are for arrays, `one` and `convert` for a single element. The last array
/// overlaps the one before, so that a length that is no multiple of the step costs one step more.
#[inline(always)]
fn prefix<S: Copy, T>(
    source: &[S],
    out: &mut [T],
    all: impl Fn(&[S; STEP]) -> bool,
    each: impl Fn(&[S; STEP], &mut [T; STEP]),
    one: impl Fn(S) -> bool,
    convert: impl Fn(S) -> T,
) -> usize {
    let len = source.len().min(out.len());
    let (source, out) = (&source[..len], &mut out[..len]);
    let mut done = 0;
    while let (Some(step), Some(place)) =
        (source[done..].first_chunk::<STEP>(), out[done..].first_chunk_mut::<STEP>())
    {
        if !all(step) {
            break;
        }
        each(step, place);
        done += STEP;
    }
    if done != 0
        && len - done < STEP
        && let (Some(step), Some(place)) =
            (source.last_chunk::<STEP>(), out.last_chunk_mut::<STEP>())
        && all(step)
    {
        each(step, place);
        return len;
    }
    while done < len && one(source[done]) {
        out[done] = convert(source[done]);
        done += 1;
    }
    done
}

/// Says of a conversion one to one how far it came.
#[inline(always)]
fn progress(len: usize) -> Progress {
    Progress { read: len, written: len }
}

/// Widens the longest prefix that is ASCII and fits.
#[inline]
pub(crate) fn widen_prefix(source: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    let each = |step: &[u8; STEP], place: &mut [MaybeUninit<u16>; STEP]| {
        place.write_copy_of_slice(&widen_step(step));
    };
    let widen = |byte| MaybeUninit::new(u16::from(byte));
    progress(prefix(source, out, is_ascii, each, |byte| byte < 0x80, widen))
}

/// Narrows the longest prefix that is ASCII and fits.
#[inline]
pub(crate) fn narrow_prefix(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    let each = |step: &[u16; STEP], place: &mut [MaybeUninit<u8>; STEP]| {
        place.write_copy_of_slice(&narrow_step(step));
    };
    let narrow = |unit| MaybeUninit::new(unit as u8);
    progress(prefix(source, out, is_ascii16, each, |unit| unit < 0x80, narrow))
}

/// Copies the longest prefix that is ASCII and fits.
#[inline]
pub(super) fn copy_prefix(source: &[u8], out: &mut [MaybeUninit<u8>]) -> Progress {
    let each = |step: &[u8; STEP], place: &mut [MaybeUninit<u8>; STEP]| {
        place.write_copy_of_slice(step);
    };
    progress(prefix(source, out, is_ascii, each, |byte| byte < 0x80, MaybeUninit::new))
}

/// [`widen_prefix`] into memory that has values; returns the length.
#[inline]
pub(crate) fn widen_prefix_into(source: &[u8], out: &mut [u16]) -> usize {
    let each = |step: &[u8; STEP], place: &mut [u16; STEP]| *place = widen_step(step);
    prefix(source, out, is_ascii, each, |byte| byte < 0x80, u16::from)
}

/// [`narrow_prefix`] into memory that has values; returns the length.
#[inline]
pub(crate) fn narrow_prefix_into(source: &[u16], out: &mut [u8]) -> usize {
    let each = |step: &[u16; STEP], place: &mut [u8; STEP]| *place = narrow_step(step);
    prefix(source, out, is_ascii16, each, |unit| unit < 0x80, |unit| unit as u8)
}
