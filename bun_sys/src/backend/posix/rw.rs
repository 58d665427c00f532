//! Reading and writing.
#![expect(unsafe_code, reason = "says how much of a buffer the kernel filled")]

use core::mem::MaybeUninit;
use std::io::{IoSlice, IoSliceMut};

use rustix::buffer::spare_capacity;
use rustix::io;

use super::{Outcome, lend, retry};
use crate::Fd;

#[inline]
pub(crate) fn read(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::read(fd, &mut *buf))
}

#[inline]
pub(crate) fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Outcome<&mut [u8]> {
    let fd = lend(fd)?;
    let count = retry(|| io::read(fd, &mut *buf).map(|(read, _)| read.len()))?;
    // SAFETY: the call above initialised the first `count` bytes, and `count <= buf.len()`.
    Ok(unsafe { buf[..count].assume_init_mut() })
}

#[inline]
pub(crate) fn pread(fd: Fd, buf: &mut [u8], offset: i64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pread(fd, &mut *buf, offset.cast_unsigned()))
}

/// Appends to `list` within its capacity.
#[inline]
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: i64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pread(fd, spare_capacity(list), offset.cast_unsigned()))
}

#[inline]
pub(crate) fn write(fd: Fd, buf: &[u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::write(fd, buf))
}

#[inline]
pub(crate) fn pwrite(fd: Fd, buf: &[u8], offset: i64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pwrite(fd, buf, offset.cast_unsigned()))
}

#[inline]
pub(crate) fn readv(fd: Fd, bufs: &mut [IoSliceMut<'_>]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::readv(fd, bufs))
}

#[inline]
pub(crate) fn writev(fd: Fd, bufs: &[IoSlice<'_>]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::writev(fd, bufs))
}

pub(crate) fn preadv(fd: Fd, bufs: &mut [IoSliceMut<'_>], offset: i64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::preadv(fd, bufs, offset.cast_unsigned()))
}

pub(crate) fn pwritev(fd: Fd, bufs: &[IoSlice<'_>], offset: i64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pwritev(fd, bufs, offset.cast_unsigned()))
}
