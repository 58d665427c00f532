//! What `ReadDirectoryChangesW` writes: which file, and what happened to it.

/// The head of a record, as the headers have it; [`notify_records`] reads them safely.
///
/// Zig: `bun.windows.FILE_NOTIFY_INFORMATION`.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::FILE_NOTIFY_INFORMATION;
///
/// assert_eq!(core::mem::offset_of!(FILE_NOTIFY_INFORMATION, FileName), 12);
/// ```
#[expect(non_snake_case, reason = "the names that the headers have")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct FILE_NOTIFY_INFORMATION {
    /// Where the next record starts, counted from this one; zero in the last.
    pub NextEntryOffset: u32,
    /// What happened: one of the `FILE_ACTION_*`.
    pub Action: u32,
    /// How many bytes the name has.
    pub FileNameLength: u32,
    /// The first unit of the name.
    pub FileName: [u16; 1],
}

/// One record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotifyRecord<'a> {
    /// What happened: one of the `FILE_ACTION_*`.
    pub action: u32,
    /// The name below the directory that is watched, as little-endian units.
    pub name: &'a [u8],
}

/// The records of `bytes`, which is what the system said it wrote.
///
/// Ends at the first that does not hold: its name is odd or leaves it, or the next one starts
/// inside it, beyond the end, or at a place that is no multiple of four.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::{FILE_ACTION_ADDED, notify_records};
///
/// let bytes = [0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, b'a', 0];
/// let records: Vec<_> = notify_records(&bytes).collect();
/// assert_eq!((records[0].action, records[0].name), (FILE_ACTION_ADDED, &b"a\0"[..]));
/// assert_eq!(notify_records(&bytes[..13]).count(), 0);
/// ```
pub fn notify_records(bytes: &[u8]) -> impl Iterator<Item = NotifyRecord<'_>> {
    let mut rest = Some(bytes);
    core::iter::from_fn(move || {
        let (record, next) = first(rest.take()?)?;
        rest = next;
        Some(record)
    })
}

fn first(bytes: &[u8]) -> Option<(NotifyRecord<'_>, Option<&[u8]>)> {
    let field = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    let next = usize::try_from(field(0)?).ok()?;
    let record = match next {
        0 => bytes,
        _ if next.is_multiple_of(4) && next < bytes.len() => &bytes[..next],
        _ => return None,
    };
    let len = usize::try_from(field(8)?).ok()?;
    let name = record.get(12..)?.get(..len).filter(|name| name.len().is_multiple_of(2))?;
    let next = (next != 0).then(|| &bytes[next..]);
    Some((NotifyRecord { action: field(4)?, name }, next))
}

#[cfg(test)]
mod tests;
