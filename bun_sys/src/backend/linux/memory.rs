//! How much memory this process has.

use crate::backend::Outcome;
use crate::{Fd, SystemErrno};

/// Bytes of it that are in memory now.
pub(crate) fn resident_memory() -> Outcome<usize> {
    let file = super::openat(Fd::cwd(), c"/proc/self/statm", libc::O_RDONLY | libc::O_CLOEXEC, 0)?;
    let mut text = [0; 128];
    let read = super::read(file, &mut text);
    // What was read is there whatever closing says.
    let _ = super::close(file);
    parse(&text[..read?])
        .and_then(|pages| pages.checked_mul(bun_alloc::page_size()))
        .ok_or(SystemErrno::EINVAL)
}

/// The second number.
fn parse(statm: &[u8]) -> Option<usize> {
    str::from_utf8(statm).ok()?.split_ascii_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_second_number_counts() {
        assert_eq!(parse(b"10 7 3 1 0 2 0\n"), Some(7));
        for broken in [&b""[..], b"10", b"10 x", b"10 -1", b"1 99999999999999999999999", b"\xFF 1"]
        {
            assert_eq!(parse(broken), None);
        }
    }
}
