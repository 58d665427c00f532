//! Reparse points: the bytes that make a file a symbolic link or a junction.
//!
//! ```text
//!   0     4     6      8           12        16       (20)
//!   │ tag │ len │ zero │ substitute│ print   │ flags  │ names…
//!                      │ place,len │ place,len│ links only
//! ```

const TAG_SYMLINK: u32 = 0xA000_000C;
const TAG_MOUNT_POINT: u32 = 0xA000_0003;
const HEAD: usize = 8;
const JUNCTION_NAMES: usize = 16;
const SYMLINK_NAMES: usize = 20;

/// The most bytes a reparse point has.
pub(crate) const LEN_MAX: usize = 16 * 1024;

/// Where a symbolic link or a junction leads, as little-endian units: an even number of bytes.
///
/// `None` for other tags and when a length does not hold.
pub(crate) fn parse(bytes: &[u8]) -> Option<&[u8]> {
    let tag = u32::from_le_bytes(*bytes.first_chunk()?);
    let claimed = usize::from(half(bytes, 4)?);
    let all = bytes.get(..HEAD + claimed)?;
    let names = match tag {
        TAG_SYMLINK => SYMLINK_NAMES,
        TAG_MOUNT_POINT => JUNCTION_NAMES,
        _ => return None,
    };
    let place = usize::from(half(all, 8)?);
    let len = usize::from(half(all, 10)?);
    let name = all.get(names..)?.get(place..)?.get(..len)?;
    (len % 2 == 0 && place % 2 == 0).then_some(name)
}

/// The head of a name of the NT kernel, and what users write instead.
///
/// The name that is printed is not trusted: it is free text beside the one that is followed.
pub(crate) fn without_nt_head(name: &[u8]) -> (&'static str, &[u8]) {
    const UNC: &[u8] = b"\\\0?\0?\0\\\0U\0N\0C\0\\\0";
    const NT: &[u8] = b"\\\0?\0?\0\\\0";
    match name.strip_prefix(UNC) {
        Some(rest) => (r"\\", rest),
        None => match name.strip_prefix(NT) {
            Some(rest) if rest.get(2..4) == Some(b":\0") => ("", rest),
            Some(rest) => (r"\\?\", rest),
            None => ("", name),
        },
    }
}

/// Whether a file with this tag stands for another one: links and junctions do, files that a
/// cloud holds do not.
pub(crate) const fn is_link(tag: u32) -> bool {
    matches!(tag, TAG_SYMLINK | TAG_MOUNT_POINT)
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The bytes of a junction to `target`, an absolute NT path `\??\…` in units.
///
/// `None` when it does not fit.
pub(crate) fn junction(target: &[u16], out: &mut [u8]) -> Option<usize> {
    let print = target.get(4..)?;
    let substitute_len = target.len() * 2;
    let names_len = substitute_len + 2 + print.len() * 2 + 2;
    let len = JUNCTION_NAMES + names_len;
    let out = out.get_mut(..len)?;
    let put = |out: &mut [u8], at: usize, value: usize| {
        let value = u16::try_from(value).ok()?;
        out.get_mut(at..at + 2)?.copy_from_slice(&value.to_le_bytes());
        Some(())
    };
    out[..4].copy_from_slice(&TAG_MOUNT_POINT.to_le_bytes());
    put(out, 4, len - HEAD)?;
    put(out, 6, 0)?;
    put(out, 8, 0)?;
    put(out, 10, substitute_len)?;
    put(out, 12, substitute_len + 2)?;
    put(out, 14, print.len() * 2)?;
    let names = target.iter().chain(&[0]).chain(print).chain(&[0]);
    for (to, unit) in out[JUNCTION_NAMES..].as_chunks_mut::<2>().0.iter_mut().zip(names) {
        *to = unit.to_le_bytes();
    }
    Some(len)
}
