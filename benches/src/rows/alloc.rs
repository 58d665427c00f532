//! Arenas and general allocation of 8 to 64 bytes, aligned to 8.
//!
//! Every contender names its allocator. The general ones except smp and libc share one mimalloc
//! heap, so all of them find the same warm pages.

use zig_oracle::Sizes;

use super::alloc_loops::{
    BoxPath, LibcMalloc, MiMalloc, MiMallocAligned, Ours, Source, arena, batch, bump_floor,
    mimalloc_for_zig, pairs,
};
use super::zig;
use crate::input::sizes;
use crate::row::{Contender, Role, Row};

const GROUP: &str = "alloc";
const SEED: u64 = 0xa110c;
const COUNTS: [usize; 2] = [1000, 100_000];

pub(super) fn rows() -> Vec<Row> {
    let kinds = [arena_row, pairs_row, batch_row];
    kinds.into_iter().flat_map(|row| COUNTS.map(row)).collect()
}

fn row(
    name: String,
    input: String,
    count: usize,
    contenders: impl Fn(Sizes<'static>) -> Vec<Contender> + 'static,
) -> Row {
    // The first byte of each block is the low byte of its size, and sizes are below 256.
    let expected = sizes(SEED, count).iter().map(|&size| u64::from(size)).sum();
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(GROUP, name, input, expected, move || {
            // Leaked: closures hold the sizes, and a row is built a few times in a process.
            contenders(Sizes::new(sizes(SEED, count).leak()))
        })
    }
}

fn arena_row(count: usize) -> Row {
    let name = format!("arena {count} x 8..64 B, reset");
    let input = format!("{count} random sizes aligned to 8; the arena keeps its memory on reset");
    row(name, input, count, |sizes| {
        let buffer_len = sizes.get().iter().map(|&size| size as usize + 7).sum();
        let mut buffer = vec![0; buffer_len];
        let mut contenders =
            vec![Contender::floor("naive bump", move |n| bump_floor(&mut buffer, sizes, n))];
        let mut bump = bumpalo::Bump::new();
        contenders
            .push(Contender::rival("bumpalo", move |n| arena(&mut bump, sizes, n)).target(1.0));
        if let Some(zig) = zig() {
            contenders.push(
                Contender::zig("ArenaAllocator, page", move |n| zig.arena_page(sizes, n))
                    .target(0.33),
            );
            contenders.push(
                Contender::zig("ArenaAllocator, smp", move |n| zig.arena_smp(sizes, n))
                    .target(0.33),
            );
        }
        let mut ours = bun_alloc::Arena::new();
        contenders.push(Contender::ours("Arena", move |n| arena(&mut ours, sizes, n)));
        contenders
    })
}

fn pairs_row(count: usize) -> Row {
    fn source(
        label: &'static str,
        role: Role,
        source: impl Source,
        sizes: Sizes<'static>,
    ) -> Contender {
        Contender::with_role(label, role, move |n| pairs(source, sizes, n))
    }
    let name = format!("alloc+free pair x {count}, 8..64 B");
    let input = format!("{count} random sizes aligned to 8, each freed before the next");
    row(name, input, count, |sizes| {
        let mut contenders = vec![
            source("mi_malloc", Role::Floor, MiMalloc, sizes),
            source("Box path", Role::Variant, BoxPath, sizes),
            source("mi_malloc_aligned", Role::Crate, MiMallocAligned, sizes).target(0.88),
            source("libc malloc", Role::Crate, LibcMalloc, sizes).target(1.0),
        ];
        if let Some(zig) = zig() {
            let mimalloc = mimalloc_for_zig();
            contenders.push(
                Contender::zig("smp_allocator", move |n| zig.pairs_smp(sizes, n)).target(0.25),
            );
            contenders.push(
                Contender::zig("vtable, mi_malloc", move |n| zig.pairs_c(&mimalloc, sizes, n))
                    .target(0.74),
            );
        }
        contenders.push(source("Mimalloc", Role::Ours, Ours, sizes));
        contenders
    })
}

fn batch_row(count: usize) -> Row {
    fn source(
        label: &'static str,
        role: Role,
        source: impl Source,
        sizes: Sizes<'static>,
    ) -> Contender {
        let mut slots = slots(sizes);
        Contender::with_role(label, role, move |n| batch(source, sizes, &mut slots, n))
    }
    fn slots(sizes: Sizes<'_>) -> Vec<*mut u8> {
        vec![core::ptr::null_mut(); sizes.get().len()]
    }
    let name = format!("alloc {count} then free all, 8..64 B");
    let input = format!("{count} random sizes aligned to 8, freed in the order of allocation");
    let target_smp = if count == 1000 { 0.17 } else { 0.26 };
    row(name, input, count, move |sizes| {
        let mut contenders = vec![
            source("mi_malloc", Role::Floor, MiMalloc, sizes),
            source("Box path", Role::Variant, BoxPath, sizes),
            source("mi_malloc_aligned", Role::Crate, MiMallocAligned, sizes).target(1.0),
            source("libc malloc", Role::Crate, LibcMalloc, sizes).target(1.0),
        ];
        if let Some(zig) = zig() {
            let (mut smp, mut vtable) = (slots(sizes), slots(sizes));
            let mimalloc = mimalloc_for_zig();
            let run = move |n| zig.batch_smp(sizes, &mut smp, n);
            contenders.push(Contender::zig("smp_allocator", run).target(target_smp));
            let run = move |n| zig.batch_c(&mimalloc, sizes, &mut vtable, n);
            contenders.push(Contender::zig("vtable, mi_malloc", run).target(1.0));
        }
        contenders.push(source("Mimalloc", Role::Ours, Ours, sizes));
        contenders
    })
}
