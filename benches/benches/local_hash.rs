//! One function of ours at a time, for the minutes in which it is being changed.
//!
//! `cargo bench -p bun_benches --bench local_hash -- 16` compares with the run before. Whether we
//! are faster than anybody else is a question for `bench-report`.

use core::hint::black_box;

use bun_benches::{KeySet, Lines};
use bun_wyhash::{Wyhash, hash_with_seed};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn one_shot(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hash_with_seed");
    for len in [0, 3, 8, 16, 24, 48, 64, 256, 1024, 16384] {
        let lines = Lines::new(1, len);
        group.throughput(Throughput::Bytes(len as u64));
        group.bench_with_input(BenchmarkId::from_parameter(len), lines.get(), |bencher, bytes| {
            bencher.iter(|| hash_with_seed(0, black_box(bytes)));
        });
    }
    group.finish();
}

fn mixed_keys(criterion: &mut Criterion) {
    let keys = KeySet::realistic(1, 4096);
    let keys: Vec<&[u8]> = keys.iter().collect();
    criterion.bench_function("mixed keys x 4096", |bencher| {
        bencher.iter(|| {
            keys.iter().fold(0, |sum: u64, key| sum.wrapping_add(hash_with_seed(0, black_box(key))))
        });
    });
}

fn streaming(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("Wyhash::update");
    let lines = Lines::new(1, 4096);
    group.throughput(Throughput::Bytes(4096));
    for chunk_len in [16, 100, 4096] {
        group.bench_function(BenchmarkId::from_parameter(chunk_len), |bencher| {
            bencher.iter(|| {
                let mut hasher = Wyhash::init(0);
                for chunk in black_box(lines.get()).chunks(black_box(chunk_len)) {
                    hasher.update(chunk);
                }
                hasher.final_()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, one_shot, mixed_keys, streaming);
criterion_main!(benches);
