//! What the kernel's answers do to the state is tested on real files, in `tests/copies.rs`.

use super::*;

#[test]
fn nothing_is_known_at_first() {
    let state = LinuxCopyFileState::default();
    assert!(!state.has_seen_exdev && !state.has_ioctl_ficlone_failed);
    assert!(!state.has_copy_file_range_failed && !state.has_sendfile_failed);
}

#[test]
fn both_names_of_unsupported_count() {
    for errno in [SystemErrno::ENOTSUP, SystemErrno::EOPNOTSUPP, SystemErrno::ENOSYS] {
        assert!(is_unsupported(errno));
    }
    assert!(!is_unsupported(SystemErrno::EXDEV) && !is_unsupported(SystemErrno::EINVAL));
}
