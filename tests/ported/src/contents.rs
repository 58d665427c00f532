//! Reads files: to hash them, and to compare two.

use bun_collections::ArrayHashMap;
use bun_core::{Error, Progress};
use bun_sys::{File, Maybe, O, open_a};
use bun_threading::ThreadPool;
use bun_wyhash::Wyhash;

use crate::Failures;
use crate::scan::{Files, scanned_file_fields};

/// Read at a time. Larger buffers gain nothing here, and cost stack.
const BLOCK: usize = 32 * 1024;

/// Hashes every file whose size another file has as well, several at a time.
pub(crate) fn hash_all(
    files: &mut Files<'_>,
    pool: &ThreadPool,
    line: &Progress::Node,
    failures: &mut Failures,
) -> Result<(), Error> {
    struct Work<'a> {
        row: usize,
        path: &'a [u8],
        hash: Maybe<u64>,
    }

    let columns = files.columns();
    let mut count_by_size = ArrayHashMap::<u64, u32>::new();
    for &size in columns.size {
        *count_by_size.get_or_put(size)?.value_ptr += 1;
    }
    let mut work: Vec<Work<'_>> = (0..files.len())
        .filter(|&row| count_by_size.get(&columns.size[row]).is_some_and(|&count| count > 1))
        .map(|row| Work { row, path: columns.path[row], hash: Ok(0) })
        .collect();

    line.set_name(b"Hashing");
    line.set_completed_items(0);
    line.set_estimated_total_items(work.len());
    pool.for_each(&mut work, |work, _| {
        work.hash = hash(work.path);
        line.complete_one();
    });
    for Work { row, path, hash } in work {
        match hash {
            Ok(hash) => files.items_mut::<scanned_file_fields::hash>()[row] = Some(hash),
            Err(error) => failures.add(path, &error),
        }
    }
    Ok(())
}

fn open(path: &[u8]) -> Maybe<File> {
    // Without O_NONBLOCK, a pipe that has taken the file's place would make this wait for ever.
    open_a(path, O::RDONLY | O::CLOEXEC | O::NOFOLLOW | O::NONBLOCK, 0).map(File::from_fd)
}

fn hash(path: &[u8]) -> Maybe<u64> {
    let file = open(path)?;
    let mut hasher = Wyhash::init(0);
    let mut block = [0; BLOCK];
    loop {
        let count = file.read_all(&mut block)?;
        hasher.update(&block[..count]);
        if count < block.len() {
            return Ok(hasher.final_());
        }
    }
}

/// Returns whether two files have the same contents. On failure, says which file it was.
pub(crate) fn are_equal<'a>(a: &'a [u8], b: &'a [u8]) -> Result<bool, (&'a [u8], bun_sys::Error)> {
    let (file_a, file_b) = (open(a).map_err(|e| (a, e))?, open(b).map_err(|e| (b, e))?);
    let (mut block_a, mut block_b) = ([0; BLOCK], [0; BLOCK]);
    loop {
        let count_a = file_a.read_all(&mut block_a).map_err(|e| (a, e))?;
        let count_b = file_b.read_all(&mut block_b).map_err(|e| (b, e))?;
        if block_a[..count_a] != block_b[..count_b] {
            return Ok(false);
        }
        if count_a < BLOCK {
            return Ok(true);
        }
    }
}
