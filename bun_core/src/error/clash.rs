//! What happens when the code space fails: a message that names the tags, and the end.

use alloc::collections::{BTreeMap, BTreeSet};

use super::Tag;
use super::code::{FIRST_HASHED, SEED, hashed};
use crate::global::fatal;

/// Ends the process because two tags of the program have the same code.
#[cold]
pub(super) fn abort(first: &str, second: &str, linked: &[Tag]) -> ! {
    let tags: BTreeSet<&str> = linked
        .iter()
        .filter(|tag| tag.error.as_u16() >= FIRST_HASHED)
        .map(|tag| tag.name)
        .collect();
    match (SEED + 1..SEED + 4096).find(|&seed| is_free_of_clashes(&tags, seed)) {
        Some(seed) => fatal(format_args!(
            "bun_core: the error tags \"{first}\" and \"{second}\" have the same code; build with \
             BUN_ERROR_SEED={seed} or make one of them well known"
        )),
        None => fatal(format_args!(
            "bun_core: the error tags \"{first}\" and \"{second}\" have the same code, and no \
             BUN_ERROR_SEED up to {} separates all {} tags; make the common ones well known",
            SEED + 4095,
            tags.len()
        )),
    }
}

/// Ends the process because a name met at run time finds every code taken.
#[cold]
pub(super) fn out_of_codes(name: &str) -> ! {
    fatal(format_args!("bun_core: no error code is left for \"{name}\": 61440 names are in use"))
}

fn is_free_of_clashes(tags: &BTreeSet<&str>, seed: u64) -> bool {
    let mut taken = BTreeMap::new();
    tags.iter().all(|tag| taken.insert(hashed(tag.as_bytes(), seed), tag).is_none())
}
