//! `Walker`: all entries below a directory, but for names that are to be skipped.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;
use bun_paths::{OSPathSlice, SEP};
use bun_str::ZStr;
use bun_wyhash::hash_with_seed;

use crate::dir_iterator::DirIterator;
use crate::wide_path::SystemPath as _;
use crate::{Error, Fd, FileKind, Maybe, O, OwnedFd, SystemErrno, Tag, lstatat, openat};

/// Links are entries and not followed, not even one that took the place of a directory meanwhile.
const OPEN_FLAGS: i32 = O::RDONLY | O::DIRECTORY | O::NOFOLLOW | O::CLOEXEC;

/// Yields all entries below a directory, a directory before what is in it.
///
/// Directories whose name is to be skipped are not entered. Each level of the tree that is being
/// read holds a descriptor, so that a tree deeper than the process may have descriptors ends in
/// `EMFILE`.
///
/// Lends each entry until the next is asked for, so this is not an [`Iterator`].
///
/// Zig: `bun.sys.walker_skippable`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, FileKind, walker_skippable};
///
/// # let top = format!("{}/bun_sys-walk-{}", std::env::temp_dir().display(), std::process::id());
/// # let top = top.as_bytes();
/// let dir = Dir::cwd().make_open_path(top, Default::default())?;
/// dir.make_path(b"node_modules/pkg")?;
/// dir.make_path(b"src/lib")?;
/// let mut walker = walker_skippable::walk(dir.fd, &[], &[b"node_modules"])?;
/// let mut seen = Vec::new();
/// while let Some(entry) = walker.next()? {
///     assert_eq!(entry.kind, FileKind::Directory);
///     seen.push((entry.path.as_bytes().to_vec(), entry.basename.as_bytes().to_vec()));
/// }
/// assert_eq!(seen, [(b"src".into(), b"src".into()), (b"src/lib".to_vec(), b"lib".to_vec())]);
/// # Dir::cwd().delete_tree(top)?;
/// # Ok::<(), bun_core::Error>(())
/// ```
///
/// A path does not outlive the step that produced it:
///
/// ```compile_fail,E0499
/// let mut walker = bun_sys::walker_skippable::walk(bun_sys::Fd::cwd(), &[], &[]).unwrap();
/// let first = walker.next().unwrap().unwrap();
/// let second = walker.next().unwrap().unwrap();
/// assert_ne!(first.path, second.path);
/// ```
#[derive(Debug)]
pub struct Walker {
    /// The directories being read, deepest last.
    stack: Vec<Level>,
    /// The path of the last entry, and a NUL.
    path: Vec<u8>,
    /// The hashes of the names to skip, first those of files.
    skip_all: Box<[u64]>,
    skip_filenames: usize,
    seed: u64,
    /// An iterator that is not in use.
    spare: Option<Box<DirIterator<'static>>>,
    /// Whether to ask once more for the kind of each entry that the file system does not tell the
    /// kind of. Those for which that fails are left out.
    pub resolve_unknown_entry_types: bool,
}

#[derive(Debug)]
struct Level {
    /// Nothing at the top, which is the caller's.
    owned: Option<OwnedFd>,
    entries: Box<DirIterator<'static>>,
    /// How much of the path leads here.
    dirname_len: usize,
}

/// An entry that a [`Walker`] found.
///
/// Zig: `WalkerEntry`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, FileKind, walker_skippable};
///
/// # let top = std::env::temp_dir().join(format!("bun_sys-entry-{}", std::process::id()));
/// # let top = top.to_str().unwrap();
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// dir.make_path(b"a")?;
/// let mut walker = walker_skippable::walk(dir.fd, &[], &[])?;
/// let entry = walker.next()?.unwrap();
/// assert_eq!((entry.path.as_bytes(), entry.kind), (&b"a"[..], FileKind::Directory));
/// assert_ne!(entry.dir, dir.fd);
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WalkerEntry<'a> {
    /// The directory that holds the entry; for a directory, the directory itself. Open until the
    /// next entry is asked for.
    pub dir: Fd,
    /// The name, at the end of `path`.
    pub basename: &'a ZStr,
    /// The path below the directory that is walked.
    pub path: &'a ZStr,
    /// The type of the entry itself.
    pub kind: FileKind,
}

/// Walks what is below `dir`, which stays open as long and is not closed.
///
/// Directories with a name of `skip_dirnames` are left out with all that is in them, files with a
/// name of `skip_filenames`, and symbolic links with a name of either. Names are told apart by a
/// hash of 64 bits.
///
/// Zig: `bun.sys.walker_skippable.walk`.
///
/// # Errors
///
/// [`AllocError`] when there is no memory for the lists.
pub fn walk(
    dir: Fd,
    skip_filenames: &[&OSPathSlice],
    skip_dirnames: &[&OSPathSlice],
) -> Result<Walker, AllocError> {
    let count = skip_filenames.len().saturating_add(skip_dirnames.len());
    let seed = count as u64;
    let mut skip_all = Vec::new();
    skip_all.try_reserve_exact(count).map_err(|_| AllocError)?;
    let names = skip_filenames.iter().chain(skip_dirnames);
    // What is too long for any path is the name of no entry.
    let hash = |name: &[u8]| hash_with_seed(seed, name);
    skip_all.extend(names.map(|name| name.path_bytes(Tag::open).map_or(0, |name| hash(&name))));
    let mut stack = Vec::new();
    stack.try_reserve(1).map_err(|_| AllocError)?;
    stack.push(Level { owned: None, entries: Box::new(DirIterator::new(dir)), dirname_len: 0 });
    Ok(Walker {
        stack,
        path: Vec::new(),
        skip_all: skip_all.into(),
        skip_filenames: skip_filenames.len(),
        seed,
        spare: None,
        resolve_unknown_entry_types: false,
    })
}

impl Walker {
    /// The next entry, or `None` at the end (`getdents64(2)`, `getdirentries(2)`,
    /// `NtQueryDirectoryFile`; `openat(2)` with `NOFOLLOW` for each directory).
    ///
    /// Zig: `Walker.next`.
    ///
    /// # Errors
    ///
    /// Those of reading a directory, and those of opening one, with the descriptor of the one that
    /// holds it: `ENOENT` when it vanished meanwhile, `EACCES` when it may not be read, `EMFILE`
    /// when the tree is deeper than the process may have descriptors, `ENOTDIR` or `ELOOP` when
    /// something else took its place. What could not be read or opened is then passed over, and the
    /// walk can go on. `ENOMEM` when there is no memory for the path.
    #[expect(clippy::should_implement_trait, reason = "an Iterator cannot lend its items")]
    pub fn next(&mut self) -> Maybe<Option<WalkerEntry<'_>>> {
        while let Some(top) = self.stack.last_mut() {
            let parent = top.entries.dir();
            let entry = match top.entries.next_as_told() {
                Ok(Some(entry)) => entry,
                Ok(None) => {
                    self.leave();
                    continue;
                }
                Err(error) => {
                    self.leave();
                    return Err(error);
                }
            };
            let name = entry.name.as_zstr();
            let mut kind = entry.kind;
            if kind == FileKind::Unknown && self.resolve_unknown_entry_types {
                let Ok(stat) = lstatat(parent, name) else { continue };
                kind = stat.kind();
            }
            if is_skipped(&self.skip_all, self.skip_filenames, self.seed, kind, name.as_bytes()) {
                continue;
            }
            let start = append(&mut self.path, top.dirname_len, name)
                .map_err(|AllocError| no_memory(parent))?;
            if kind == FileKind::Directory {
                self.enter(parent, start)?;
            }
            let dir = self.stack.last().map_or(parent, |top| top.entries.dir());
            let path = ZStr::from_slice_with_nul(&self.path);
            let basename = ZStr::from_slice_with_nul(&self.path[start..]);
            return Ok(Some(WalkerEntry { dir, basename, path, kind }));
        }
        Ok(None)
    }

    /// Opens the directory whose name starts at `start` of the path; it is read next.
    fn enter(&mut self, parent: Fd, start: usize) -> Maybe<()> {
        let name = ZStr::from_slice_with_nul(&self.path[start..]);
        let owned = OwnedFd::new(openat(parent, name, OPEN_FLAGS, 0)?);
        self.stack.try_reserve(1).map_err(|_| no_memory(parent))?;
        let mut entries = self.spare.take().unwrap_or_else(|| Box::new(DirIterator::new(parent)));
        entries.restart(owned.fd());
        let dirname_len = self.path.len() - 1;
        self.stack.push(Level { owned: Some(owned), entries, dirname_len });
        Ok(())
    }

    /// Closes the directory that was read, unless it is the caller's.
    fn leave(&mut self) {
        if let Some(Level { owned, entries, .. }) = self.stack.pop() {
            self.spare = Some(entries);
            drop(owned);
        }
    }
}

fn is_skipped(all: &[u64], filenames: usize, seed: u64, kind: FileKind, name: &[u8]) -> bool {
    let skipped = match kind {
        FileKind::Directory => &all[filenames..],
        FileKind::File => &all[..filenames],
        // What it leads to is not known.
        FileKind::SymLink => all,
        _ => return false,
    };
    !skipped.is_empty() && skipped.contains(&hash_with_seed(seed, name))
}

/// Puts `name` and a NUL behind the first `dirname_len` bytes of `path`; returns where it starts.
fn append(path: &mut Vec<u8>, dirname_len: usize, name: &ZStr) -> Result<usize, AllocError> {
    path.truncate(dirname_len);
    path.try_reserve(name.len() + 2).map_err(|_| AllocError)?;
    if dirname_len != 0 {
        path.push(SEP);
    }
    let start = path.len();
    path.extend_from_slice(name.as_bytes_with_nul());
    Ok(start)
}

#[cold]
fn no_memory(dir: Fd) -> Error {
    Error::from_code(SystemErrno::ENOMEM, Tag::open).with_fd(dir)
}
