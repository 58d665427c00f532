//! The numbers of flags that POSIX systems have in common.

use libc::c_int;

use crate::backend::imp::resource;

pub(crate) use crate::backend::imp::own_flags::{
    AT_EMPTY_PATH, EVTONLY, MSG_NOSIGNAL, NOATIME, NOFOLLOW_ANY, PATH, SYMLINK, TMPFILE,
};

pub(crate) const RDONLY: i32 = libc::O_RDONLY;
pub(crate) const WRONLY: i32 = libc::O_WRONLY;
pub(crate) const RDWR: i32 = libc::O_RDWR;
pub(crate) const ACCMODE: i32 = libc::O_ACCMODE;
pub(crate) const CREAT: i32 = libc::O_CREAT;
pub(crate) const EXCL: i32 = libc::O_EXCL;
pub(crate) const TRUNC: i32 = libc::O_TRUNC;
pub(crate) const APPEND: i32 = libc::O_APPEND;
pub(crate) const DIRECTORY: i32 = libc::O_DIRECTORY;
pub(crate) const NOFOLLOW: i32 = libc::O_NOFOLLOW;
pub(crate) const CLOEXEC: i32 = libc::O_CLOEXEC;
pub(crate) const NONBLOCK: i32 = libc::O_NONBLOCK;
pub(crate) const NOCTTY: i32 = libc::O_NOCTTY;
pub(crate) const SYNC: i32 = libc::O_SYNC;
pub(crate) const DSYNC: i32 = libc::O_DSYNC;
pub(crate) const ASYNC: i32 = libc::O_ASYNC;

pub(crate) const AT_REMOVEDIR: i32 = libc::AT_REMOVEDIR;
pub(crate) const AT_SYMLINK_NOFOLLOW: i32 = libc::AT_SYMLINK_NOFOLLOW;
pub(crate) const AT_SYMLINK_FOLLOW: i32 = libc::AT_SYMLINK_FOLLOW;

pub(crate) const F_GETFD: c_int = libc::F_GETFD;
pub(crate) const F_SETFD: c_int = libc::F_SETFD;
pub(crate) const F_GETFL: c_int = libc::F_GETFL;
pub(crate) const F_SETFL: c_int = libc::F_SETFL;
pub(crate) const FD_CLOEXEC: c_int = libc::FD_CLOEXEC;

pub(crate) const UTIME_NOW: i64 = rustix::fs::UTIME_NOW;
pub(crate) const UTIME_OMIT: i64 = rustix::fs::UTIME_OMIT;
pub(crate) const MSG_DONTWAIT: c_int = libc::MSG_DONTWAIT;

pub(crate) const MAP_SHARED: c_int = libc::MAP_SHARED;
pub(crate) const MAP_PRIVATE: c_int = libc::MAP_PRIVATE;
pub(crate) const MAP_ANONYMOUS: c_int = libc::MAP_ANON;
pub(crate) const MAP_FIXED: c_int = libc::MAP_FIXED;

pub(crate) const RTLD_LAZY: c_int = libc::RTLD_LAZY;
pub(crate) const RTLD_NOW: c_int = libc::RTLD_NOW;
pub(crate) const RTLD_LOCAL: c_int = libc::RTLD_LOCAL;
pub(crate) const RTLD_GLOBAL: c_int = libc::RTLD_GLOBAL;
pub(crate) const RTLD_NOLOAD: c_int = libc::RTLD_NOLOAD;

pub(crate) use crate::backend::imp::wide_calls::RLIM_INFINITY;
pub(crate) const RLIMIT_CPU: i32 = resource(libc::RLIMIT_CPU);
pub(crate) const RLIMIT_FSIZE: i32 = resource(libc::RLIMIT_FSIZE);
pub(crate) const RLIMIT_DATA: i32 = resource(libc::RLIMIT_DATA);
pub(crate) const RLIMIT_STACK: i32 = resource(libc::RLIMIT_STACK);
pub(crate) const RLIMIT_CORE: i32 = resource(libc::RLIMIT_CORE);
pub(crate) const RLIMIT_NPROC: i32 = resource(libc::RLIMIT_NPROC);
pub(crate) const RLIMIT_NOFILE: i32 = resource(libc::RLIMIT_NOFILE);
pub(crate) const RLIMIT_AS: i32 = resource(libc::RLIMIT_AS);
