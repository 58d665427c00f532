//! Hashers that are fed in pieces: compared after every piece, and with the hash of the whole.

use core::marker::PhantomData;

use bun_wyhash::{Wyhash, Wyhash11};
use zig_oracle::Oracle;

use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

/// A hasher with a twin in Zig.
pub(super) trait Stream: Clone {
    const NAME: &'static str;

    fn start(seed: u64) -> Self;
    fn feed(&mut self, bytes: &[u8]);
    fn result(&self) -> u64;
    fn whole(seed: u64, bytes: &[u8]) -> u64;
    /// The result of nothing, then that after each of the `chunks`.
    fn zig(zig: Oracle, seed: u64, bytes: &[u8], chunks: &[usize]) -> Vec<u64>;
}

impl Stream for Wyhash {
    const NAME: &'static str = "wyhash_stream";

    fn start(seed: u64) -> Self {
        Self::init(seed)
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn result(&self) -> u64 {
        self.final_()
    }

    fn whole(seed: u64, bytes: &[u8]) -> u64 {
        Self::hash(seed, bytes)
    }

    fn zig(zig: Oracle, seed: u64, bytes: &[u8], chunks: &[usize]) -> Vec<u64> {
        zig.wyhash_stream(seed, bytes, chunks)
    }
}

impl Stream for Wyhash11 {
    const NAME: &'static str = "wyhash11_stream";

    fn start(seed: u64) -> Self {
        Self::init(seed)
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn result(&self) -> u64 {
        self.final_()
    }

    fn whole(seed: u64, bytes: &[u8]) -> u64 {
        Self::hash(seed, bytes)
    }

    fn zig(zig: Oracle, seed: u64, bytes: &[u8], chunks: &[usize]) -> Vec<u64> {
        zig.wyhash11_stream(seed, bytes, chunks)
    }
}

/// A step of a stream.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// Begins a new input. A sequence begins with seed zero.
    Start(u64),
    /// Appends bytes.
    Feed(Bytes),
    /// Goes on with a clone, after the original was fed something else.
    Fork,
}

pub(super) struct StreamArea<S> {
    zig: Oracle,
    hasher: PhantomData<S>,
}

impl StreamArea<Wyhash> {
    pub(super) fn wyhash(zig: Oracle) -> Self {
        Self { zig, hasher: PhantomData }
    }
}

impl StreamArea<Wyhash11> {
    pub(super) fn wyhash11(zig: Oracle) -> Self {
        Self { zig, hasher: PhantomData }
    }
}

impl<S: Stream> StreamArea<S> {
    /// Runs one input: the operations from one `Start` to the next, `first` being the position of
    /// the first of them.
    fn run_input(
        &self,
        seed: u64,
        ops: &[Op],
        first: usize,
        check: &mut Check,
    ) -> Result<(), Divergence> {
        let (mut bytes, mut chunks) = (Vec::new(), Vec::new());
        for op in ops {
            let chunk = if let Op::Feed(Bytes(chunk)) = op { chunk.as_slice() } else { &[] };
            bytes.extend_from_slice(chunk);
            chunks.push(chunk.len());
        }
        let zig = S::zig(self.zig, seed, &bytes, &chunks);

        let mut hasher = S::start(seed);
        check.at(first);
        check.same("hash of nothing", zig[0], hasher.result())?;
        let mut fed = 0;
        for (index, (op, &expected)) in ops.iter().zip(&zig[1..]).enumerate() {
            match op {
                Op::Feed(Bytes(chunk)) => hasher.feed(chunk),
                Op::Fork => {
                    let fork = hasher.clone();
                    hasher.feed(b"the original goes another way");
                    hasher = fork;
                }
                Op::Start(_) => {}
            }
            fed += chunks[index];
            check.at(first + index);
            check.same("hash", expected, hasher.result())?;
            check.same("hash again", expected, hasher.result())?;
            check.same("hash of the whole", expected, S::whole(seed, &bytes[..fed]))?;
        }
        Ok(())
    }
}

impl<S: Stream> Area for StreamArea<S> {
    type Op = Op;

    fn name(&self) -> &'static str {
        S::NAME
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let count = random.within(1..=24);
        // Each sequence has its own idea of what a large chunk is.
        let len_max = random.choose(&[1, 3, 17, 32, 48, 49, 100, 400]);
        (0..count)
            .map(|_| match random.below(12) {
                0 => Op::Start(random.edgy_word()),
                1 => Op::Fork,
                _ => {
                    let len = random.within(0..=len_max);
                    Op::Feed(Bytes(random.edgy_bytes(len)))
                }
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut seed = 0;
        let mut first = 0;
        for input in ops.chunk_by(|_, next| !matches!(next, Op::Start(_))) {
            if let Some(Op::Start(new_seed)) = input.first() {
                seed = *new_seed;
            }
            self.run_input(seed, input, first, check)?;
            first += input.len();
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match op {
            Op::Start(0) | Op::Fork => vec![],
            Op::Start(_) => vec![Op::Start(0)],
            Op::Feed(bytes) => bytes.simpler().into_iter().map(Op::Feed).collect(),
        }
    }
}
