//! Functions from a seed and bytes to a hash.

use core::fmt;

use bun_wyhash::Wyhash11;
use zig_oracle::Oracle;

use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

/// One input.
#[derive(Clone, Debug)]
pub struct Input {
    /// The seed of the hash.
    pub seed: u64,
    /// What is hashed.
    pub bytes: Bytes,
}

type Hash = Box<dyn Fn(u64, &[u8]) -> u64>;

/// Compares two functions from a seed and bytes to a hash.
pub struct OneShot {
    name: &'static str,
    reference: Hash,
    subject: Hash,
}

impl OneShot {
    /// Compares `subject` with `reference`.
    pub fn new(
        name: &'static str,
        reference: impl Fn(u64, &[u8]) -> u64 + 'static,
        subject: impl Fn(u64, &[u8]) -> u64 + 'static,
    ) -> Self {
        Self { name, reference: Box::new(reference), subject: Box::new(subject) }
    }

    pub(super) fn wyhash(zig: Oracle) -> Self {
        Self::new(
            "wyhash",
            move |seed, bytes| zig.wyhash(seed, bytes),
            |seed, bytes| {
                let hash = bun_wyhash::hash_with_seed(seed, bytes);
                if seed == 0 {
                    // The same function under two more names.
                    assert_eq!(hash, bun_wyhash::hash(bytes));
                    assert_eq!(hash as u32, bun_wyhash::hash32(bytes));
                }
                hash
            },
        )
    }

    pub(super) fn wyhash11(zig: Oracle) -> Self {
        Self::new("wyhash11", move |seed, bytes| zig.wyhash11(seed, bytes), Wyhash11::hash)
    }

    pub(super) fn ascii_lowercase(zig: Oracle) -> Self {
        Self::new(
            "ascii_lowercase",
            move |seed, bytes| zig.ascii_lowercase_wyhash(seed, bytes),
            bun_wyhash::hash_ascii_lowercase,
        )
    }
}

impl fmt::Debug for OneShot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OneShot").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Mostly around the lengths at which the algorithms change, rarely far beyond them.
fn length(random: &mut Prng) -> usize {
    match random.below(1000) {
        0 => random.within(4096..=70_000),
        1..30 => random.within(300..=4096),
        30..230 => random.within(0..=48),
        _ => random.within(0..=300),
    }
}

impl Area for OneShot {
    type Op = Input;

    fn name(&self) -> &'static str {
        self.name
    }

    fn generate(&self, random: &mut Prng) -> Vec<Input> {
        let count = random.within(1..=4);
        (0..count)
            .map(|_| {
                let len = length(random);
                let seed = random.edgy_word();
                Input { seed, bytes: Bytes(random.edgy_bytes(len)) }
            })
            .collect()
    }

    fn run(&self, ops: &[Input], check: &mut Check) -> Result<(), Divergence> {
        for (step, Input { seed, bytes: Bytes(bytes) }) in ops.iter().enumerate() {
            check.at(step);
            check.same("hash", (self.reference)(*seed, bytes), (self.subject)(*seed, bytes))?;
        }
        Ok(())
    }

    fn simplify(&self, Input { seed, bytes }: &Input) -> Vec<Input> {
        let seeds = (*seed != 0).then(|| Input { seed: 0, bytes: bytes.clone() });
        let shorter = bytes.simpler().into_iter().map(|bytes| Input { seed: *seed, bytes });
        seeds.into_iter().chain(shorter).collect()
    }
}
