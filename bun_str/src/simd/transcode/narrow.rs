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
use super::sse2::{is_ascii, widen as widen_step};

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

/// Returns whether every unit is below 0x80.
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
        place.write_copy_of_slice(&step.map(|unit| unit as u8));
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
    let narrow = |unit: u16| unit as u8;
    let each = |step: &[u16; STEP], place: &mut [u8; STEP]| *place = step.map(narrow);
    prefix(source, out, is_ascii16, each, |unit| unit < 0x80, narrow)
}
