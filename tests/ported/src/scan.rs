//! Walks the tree and lists its files.

use bun_alloc::Arena;
use bun_collections::{ArrayHashMap, MultiArrayElement, MultiArrayList};
use bun_core::{Error, Progress};
use bun_paths::platform::Posix;
use bun_paths::{SEP, path_buffer_pool, resolve_path};
use bun_sys::dir_iterator::IteratorResult;
use bun_sys::{Dir, FileKind, O, SystemErrno, Tag, lstatat};

use crate::Failures;
use crate::arguments::Arguments;

/// A regular file. Of several names of one inode the smallest is kept.
#[derive(MultiArrayElement, Clone, Copy)]
pub(crate) struct ScannedFile<'a> {
    pub(crate) path: &'a [u8],
    pub(crate) size: u64,
    /// Of the contents; `None` until it is known, and if it need not be or cannot be.
    pub(crate) hash: Option<u64>,
}

pub(crate) type Files<'a> = MultiArrayList<ScannedFile<'a>>;

struct Scan<'a, 'run> {
    arguments: &'run Arguments,
    arena: &'a Arena,
    failures: &'run mut Failures,
    files: Files<'a>,
    /// From (device, inode) to the row of a file that has more than one name.
    linked: ArrayHashMap<(u64, u64), usize>,
    /// Directories to read, relative to the root, whose own name is empty.
    pending: Vec<&'a [u8]>,
}

/// Lists the regular files below the directory that the arguments name.
///
/// What cannot be read below it is added to `failures`.
///
/// # Errors
///
/// When the directory itself cannot be opened, after saying so.
pub(crate) fn scan<'a>(
    arguments: &Arguments,
    arena: &'a Arena,
    line: &Progress::Node,
    failures: &mut Failures,
) -> Result<Files<'a>, Error> {
    let root = match Dir::open(arguments.directory) {
        Ok(root) => root,
        Err(error) => {
            failures.add(arguments.directory, &error);
            failures.print();
            return Err(crate::INCOMPLETE);
        }
    };
    let (files, linked) = (Files::new(), ArrayHashMap::new());
    let mut scan = Scan { arguments, arena, failures, files, linked, pending: vec![b""] };
    // A list of directories instead of recursion: a deep tree needs memory, not stack, and one
    // descriptor at a time.
    while let Some(relative) = scan.pending.pop() {
        scan.read_directory(&root, relative)?;
        line.set_completed_items(scan.files.len());
    }
    Ok(scan.files)
}

impl<'a> Scan<'a, '_> {
    fn read_directory(&mut self, root: &Dir, relative: &[u8]) -> Result<(), Error> {
        let opened;
        let directory = if relative.is_empty() {
            root
        } else {
            // Not through a symbolic link that has taken the directory's place meanwhile.
            let flags = O::RDONLY | O::DIRECTORY | O::CLOEXEC | O::NOFOLLOW;
            match root.open_at_with(relative, flags) {
                Ok(directory) => opened = directory,
                Err(error) => return self.fail(relative, &error),
            }
            &opened
        };
        let mut entries = directory.iterate();
        loop {
            match entries.next() {
                Ok(Some(entry)) => self.add(directory, relative, &entry)?,
                Ok(None) => return Ok(()),
                Err(error) => return self.fail(relative, &error),
            }
        }
    }

    fn add(
        &mut self,
        directory: &Dir,
        relative: &[u8],
        entry: &IteratorResult<'_>,
    ) -> Result<(), Error> {
        let name = entry.name.slice();
        let mut buffer = path_buffer_pool::get();
        let path = match resolve_path::join_string_buf::<Posix>(&mut buffer, &[relative, name]) {
            Ok(path) => &*path,
            Err(_) => {
                let error = bun_sys::Error::from_code(SystemErrno::ENAMETOOLONG, Tag::open);
                let path = [relative, &[SEP], name].concat();
                return self.fail(&path, &error);
            }
        };
        match entry.kind {
            FileKind::Directory => {
                self.pending.push(self.arena.alloc_slice_copy(path));
                Ok(())
            }
            FileKind::File => self.add_file(directory, entry, path),
            _ => Ok(()),
        }
    }

    fn add_file(
        &mut self,
        directory: &Dir,
        entry: &IteratorResult<'_>,
        relative: &[u8],
    ) -> Result<(), Error> {
        let stat = match lstatat(directory, entry.name.as_zstr()) {
            Ok(stat) => stat,
            // It was removed between the two calls.
            Err(error) if error.get_errno() == SystemErrno::ENOENT => return Ok(()),
            Err(error) => return self.fail(relative, &error),
        };
        if stat.kind() != FileKind::File || stat.size() < self.arguments.min_size {
            return Ok(());
        }
        let path = self.full_path(relative);
        if stat.nlink() > 1 {
            let row = self.files.len();
            let found = self.linked.get_or_put_value((stat.dev(), stat.ino()), row)?;
            if found.found_existing {
                let known =
                    &mut self.files.items_mut::<scanned_file_fields::path>()[*found.value_ptr];
                *known = (*known).min(path);
                return Ok(());
            }
        }
        self.files.append(ScannedFile { path, size: stat.size(), hash: None })?;
        Ok(())
    }

    /// The path as the user would write it: below the directory as it was given.
    fn full_path(&self, relative: &[u8]) -> &'a [u8] {
        let root = self.arguments.directory;
        let separator: &[u8] = if root.ends_with(&[SEP]) { b"" } else { &[SEP] };
        self.arena.alloc_slice_copy(&[root, separator, relative].concat())
    }

    fn fail(&mut self, relative: &[u8], error: &bun_sys::Error) -> Result<(), Error> {
        let path = self.full_path(relative);
        self.failures.add(path, error);
        Ok(())
    }
}
