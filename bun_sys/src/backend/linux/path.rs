//! Names, where Linux has more than POSIX.

use core::ffi::CStr;
use std::io::Write as _;

use rustix::fs::{self, AtFlags, Mode, OFlags, RenameFlags, ResolveFlags};

use crate::backend::Outcome;
use crate::backend::posix::{lend, readlinkat, retry, take};
use crate::link::Renameat2Flags;
use crate::{Fd, SystemErrno};

/// `nofollow` is the only way here.
pub(crate) fn renameat2(
    from_dir: Fd,
    from: &CStr,
    to_dir: Fd,
    to: &CStr,
    how: Renameat2Flags,
) -> Outcome<()> {
    let (from_dir, to_dir) = (lend(from_dir)?, lend(to_dir)?);
    let mut flags = RenameFlags::empty();
    flags.set(RenameFlags::EXCHANGE, how.exchange);
    flags.set(RenameFlags::NOREPLACE, how.exclude);
    retry(|| fs::renameat_with(from_dir, from, to_dir, to, flags))
}

/// Opens a file that is not outside of `dir`.
pub(crate) fn openat2_beneath(dir: Fd, path: &CStr, flags: i32, mode: u32) -> Outcome<Fd> {
    let dir = lend(dir)?;
    let flags = OFlags::from_bits_retain(flags.cast_unsigned());
    // Unlike `openat`, this refuses a mode where none is used.
    let makes_file = flags.intersects(OFlags::CREATE | OFlags::TMPFILE);
    let mode = Mode::from_raw_mode(if makes_file { mode } else { 0 });
    retry(|| fs::openat2(dir, path, flags, mode, ResolveFlags::BENEATH)).map(take)
}

/// Gives the nameless file `file` a name. `by_number` goes through `/proc`, which needs no
/// privilege.
pub(crate) fn link_tmpfile(file: Fd, dir: Fd, path: &CStr, by_number: bool) -> Outcome<()> {
    let to_dir = lend(dir)?;
    if by_number {
        let mut buf = [0; NUMBERED];
        let from = numbered(file, &mut buf)?;
        let follow = AtFlags::SYMLINK_FOLLOW;
        return retry(|| fs::linkat(fs::CWD, from, to_dir, path, follow));
    }
    let file = lend(file)?;
    retry(|| fs::linkat(file, c"", to_dir, path, AtFlags::EMPTY_PATH))
}

/// Returns how much of `buf` the path fills; it may be cut at the end.
pub(crate) fn fd_path(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    let mut name = [0; NUMBERED];
    readlinkat(Fd::cwd(), numbered(fd, &mut name)?, buf)
}

/// Room for what [`numbered`] writes.
const NUMBERED: usize = b"/proc/self/fd/-2147483648\0".len();

fn numbered(fd: Fd, buf: &mut [u8; NUMBERED]) -> Outcome<&CStr> {
    if fd.native() < 0 {
        return Err(SystemErrno::EBADF);
    }
    write!(&mut buf[..], "/proc/self/fd/{}\0", fd.native()).map_err(|_| SystemErrno::EBADF)?;
    CStr::from_bytes_until_nul(buf).map_err(|_| SystemErrno::EBADF)
}
