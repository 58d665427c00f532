//! The directories between the top of a tree that is being deleted and the current one.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;

use bun_str::{ZBox, ZStr};

use super::{OPEN_FLAGS, entries_of};
use crate::dir_iterator::DirIterator;
use crate::{Error, Fd, Maybe, OwnedFd, SystemErrno, Tag, fstat, openat};

/// How many directories are kept open; those further up are closed.
const OPEN_MAX: usize = 32;

/// The levels that are open, deepest last, and what is known of those above them.
pub(super) struct Ancestors {
    open: VecDeque<Level>,
    closed: Vec<Closed>,
    /// An iterator that is not in use.
    spare: Option<Box<DirIterator<'static>>>,
}

/// A directory that is open and being read.
pub(super) struct Level {
    fd: OwnedFd,
    entries: Box<DirIterator<'static>>,
    /// The name in the level above; empty at the top.
    name: ZBox,
    /// How often it was found not empty after it had been emptied.
    rounds: u32,
}

/// A directory that was closed to have room for others.
struct Closed {
    /// The device and the number of the file.
    identity: (u64, u64),
    name: ZBox,
    rounds: u32,
}

/// A directory that was emptied and left.
pub(super) struct Child {
    pub(super) name: ZBox,
    pub(super) rounds: u32,
}

/// Where [`Ancestors::leave`] arrives.
pub(super) enum Left {
    /// In the parent of this directory.
    Child(Child),
    /// Above the top.
    Top,
    /// Nowhere: the parent is not what it was.
    Lost,
}

impl Level {
    pub(super) const fn fd(&self) -> Fd {
        self.fd.fd()
    }

    pub(super) fn entries(&mut self) -> &mut DirIterator<'static> {
        &mut self.entries
    }
}

impl Ancestors {
    pub(super) fn new(top: OwnedFd) -> Self {
        let entries = entries_of(top.fd());
        let level = Level { fd: top, entries, name: ZBox::from_bytes(b""), rounds: 0 };
        Self { open: VecDeque::from([level]), closed: Vec::new(), spare: None }
    }

    /// The current directory.
    pub(super) fn deepest(&mut self) -> Option<&mut Level> {
        self.open.back_mut()
    }

    /// Goes down into `fd`, called `name` in the current directory.
    pub(super) fn push(&mut self, fd: OwnedFd, name: &ZStr, rounds: u32) -> Maybe<()> {
        if self.open.len() >= OPEN_MAX {
            self.close_one()?;
        }
        let entries = self.iterator(fd.fd());
        self.open.push_back(Level { fd, entries, name: ZBox::from_bytes(name), rounds });
        Ok(())
    }

    /// Closes directories far up; `false` when only the current one is open.
    pub(super) fn close_some(&mut self) -> bool {
        let count = self.open.len() / 2;
        (0..count).all(|_| self.close_one().is_ok()) && count > 0
    }

    /// Closes the directory that is furthest up, which the current one is not.
    fn close_one(&mut self) -> Maybe<()> {
        let Some(level) = self.open.front() else { return Ok(()) };
        let identity = identity(level.fd())?;
        if let Some(level) = self.open.pop_front() {
            self.closed.push(Closed { identity, name: level.name, rounds: level.rounds });
            self.spare = Some(level.entries);
        }
        Ok(())
    }

    /// Goes up from the current directory, which is closed.
    ///
    /// The parent may have been closed. Then `..` leads there, unless somebody has moved the
    /// directory: what `..` leads to is used only if it is the very directory that was closed.
    pub(super) fn leave(&mut self) -> Maybe<Left> {
        let Some(level) = self.open.pop_back() else { return Ok(Left::Top) };
        if self.open.is_empty() {
            let Some(parent) = self.closed.pop() else { return Ok(Left::Top) };
            let Some(fd) = open_parent(level.fd(), parent.identity)? else {
                return Ok(Left::Lost);
            };
            // Reads from the start: what was read before is deleted.
            let entries = self.iterator(fd.fd());
            let parent = Level { fd, entries, name: parent.name, rounds: parent.rounds };
            self.open.push_back(parent);
        }
        self.spare = Some(level.entries);
        Ok(Left::Child(Child { name: level.name, rounds: level.rounds }))
    }

    fn iterator(&mut self, fd: Fd) -> Box<DirIterator<'static>> {
        match self.spare.take() {
            Some(mut entries) => {
                entries.restart(fd);
                entries
            }
            None => entries_of(fd),
        }
    }
}

fn identity(fd: Fd) -> Maybe<(u64, u64)> {
    fstat(fd).map(|stat| (stat.dev(), stat.ino()))
}

/// Opens the parent of `fd`, if it is the expected one.
fn open_parent(fd: Fd, expected: (u64, u64)) -> Maybe<Option<OwnedFd>> {
    let parent = match openat(fd, bun_str::zstr!(".."), OPEN_FLAGS, 0) {
        Ok(parent) => OwnedFd::new(parent),
        // Somebody else has removed the directory.
        Err(error) if error.get_errno() == SystemErrno::ENOENT => return Ok(None),
        Err(error) => return Err(Error::from_code(error.get_errno(), Tag::open).with_fd(fd)),
    };
    Ok((identity(parent.fd())? == expected).then_some(parent))
}
