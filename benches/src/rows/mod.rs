//! The registry: one file per group adds its rows to [`all`].
//!
//! A row's targets are data in its definition. Where a goal is not stated for a row, the target
//! against Zig is 1: no slower than the original.

mod alloc;
mod alloc_loops;
mod amap;
mod amap_loops;
mod auto_hash;
mod bits;
mod comptime_map;
mod error;
mod fmt;
mod fs;
#[cfg(target_os = "linux")]
mod fs_loops;
mod hash;
mod hash_loops;
mod hash_references;
mod highway;
mod hive;
mod lists;
mod mal;
mod map;
mod map_keys;
mod map_loops;
mod output;
mod path;
mod ptr;
mod string_map;
mod strings;
mod thread;
mod unicode;
mod wyhash11;

use zig_oracle::Loops;

use crate::row::Row;

/// Returns Zig's loops, compiled for this processor in a native build as ours are.
pub(crate) fn zig() -> Option<Loops> {
    Loops::native().or(Loops::baseline())
}

/// Returns every row in the order of the report.
pub(crate) fn all() -> Vec<Row> {
    [
        hash::rows(),
        auto_hash::rows(),
        wyhash11::rows(),
        alloc::rows(),
        map::rows(),
        amap::rows(),
        bits::rows(),
        error::rows(),
        fmt::rows(),
        fs::rows(),
        lists::rows(),
        output::rows(),
        string_map::rows(),
        comptime_map::rows(),
        ptr::rows(),
        path::rows(),
        strings::rows(),
        thread::rows(),
        unicode::rows(),
        hive::rows(),
        mal::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::all;
    use crate::measure::verify;
    use crate::row::Role;

    #[test]
    fn names_are_unique() {
        let rows = all();
        let ids: BTreeSet<String> = rows.iter().map(crate::row::Row::id).collect();
        assert_eq!(ids.len(), rows.len());
    }

    #[test]
    fn every_row_is_complete_and_every_answer_is_right() {
        for row in all() {
            let mut contenders = (row.contenders)();
            let ours = contenders.iter().filter(|contender| contender.role == Role::Ours).count();
            assert_eq!(ours, 1, "{}", row.id());
            let labels: BTreeSet<&str> =
                contenders.iter().map(|contender| contender.label).collect();
            assert_eq!(labels.len(), contenders.len(), "{}", row.id());
            assert!(row.ops_per_iteration > 0 && !row.input.is_empty(), "{}", row.id());
            assert_eq!(verify(&row, &mut contenders), Ok(()));
            if super::zig().is_some() && row.no_zig.is_none() {
                let zig = contenders.iter().filter(|contender| contender.role == Role::Zig);
                assert!(zig.clone().count() > 0, "{} has no Zig contender", row.id());
                assert!(zig.clone().all(|zig| zig.target.is_some()), "{}", row.id());
            }
        }
    }
}
