//! `bun_alloc::FixedBuffer` beside `std.heap.FixedBufferAllocator`.
//!
//! Both sides name a block by its offset in a buffer of the same length and misalignment. Growing
//! and shrinking are what `Allocator.realloc` does: in place if `remap` can, otherwise a new block
//! and then the old one freed.

#![expect(unsafe_code, reason = "gives blocks back to an allocator; SAFETY.md §oracle")]

use core::alloc::Layout;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use bun_alloc::{Allocator, FixedBuffer};
use zig_oracle::{FixedBuffer as ZigBuffer, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// The alignment from which both sides count misalignment, and the largest one asked for.
const ALIGN_MAX: usize = 64;

/// A step on a buffer. A block is chosen by a number modulo how many there are.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// Goes on with a new buffer. A sequence begins with one of 256 aligned bytes.
    Start {
        len: usize,
        misalignment: usize,
    },
    Alloc {
        len: usize,
        align: usize,
    },
    Free {
        block: usize,
    },
    Realloc {
        block: usize,
        len: usize,
    },
    Reset,
}

pub(super) struct FixedBufferArea {
    zig: Oracle,
}

impl FixedBufferArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

/// A live block.
#[derive(Clone, Copy, Debug)]
struct Block {
    start: NonNull<u8>,
    offset: usize,
    layout: Layout,
}

/// Both allocators, and what is live in them.
struct Pair<'a> {
    zig: ZigBuffer,
    rust: FixedBuffer<'a>,
    base: usize,
    /// Invariant: exactly the blocks that `rust` handed out and that were not given back since,
    /// none of them empty.
    live: Vec<Block>,
}

impl<'a> Pair<'a> {
    fn new(zig: ZigBuffer, buffer: &'a mut [MaybeUninit<u8>]) -> Self {
        let base = buffer.as_ptr().addr();
        Self { zig, rust: FixedBuffer::new(buffer), base, live: Vec::new() }
    }

    fn block(&self, block: NonNull<[u8]>, layout: Layout) -> Block {
        let start = block.cast::<u8>();
        Block { start, offset: start.addr().get() - self.base, layout }
    }

    fn alloc(&mut self, layout: Layout, check: &mut Check) -> Result<(), Divergence> {
        let rust = self.rust.allocate(layout);
        if layout.size() == 0 {
            // Zig answers an empty request before it reaches the allocator, as `FixedBuffer` does.
            return check.same("an empty block", true, rust.is_ok());
        }
        let zig = self.zig.alloc(layout.size(), layout.align());
        let block = rust.ok().map(|block| self.block(block, layout));
        check.same("offset of a block", zig, block.map(|block| block.offset))?;
        self.live.extend(block);
        Ok(())
    }

    fn free(&mut self, block: Block) {
        self.zig.free(block.offset, block.layout.size());
        // SAFETY: the caller took `block` out of `live`: it is a live block of this allocator with
        // this layout (invariant on `live`), and is forgotten here.
        unsafe { self.rust.deallocate(block.start, block.layout) };
    }

    fn realloc(&mut self, index: usize, len: usize, check: &mut Check) -> Result<(), Divergence> {
        let Block { start, offset, layout: old } = self.live[index];
        if len == 0 {
            let block = self.live.remove(index);
            self.free(block);
            return Ok(());
        }
        let new = Layout::from_size_align(len, old.align()).expect("a small block");
        let zig = self.zig.remap(offset, old.size(), len).or_else(|| {
            let moved = self.zig.alloc(len, old.align())?;
            self.zig.free(offset, old.size());
            Some(moved)
        });
        let rust = if len >= old.size() {
            // SAFETY:
            // 1. The block is live and has this layout (invariant on `live`); it is replaced below
            //    if the call succeeds.
            // 2. The branch tested the sizes.
            unsafe { self.rust.grow(start, old, new) }
        } else {
            // SAFETY:
            // 1. As above.
            // 2. The branch tested the sizes.
            unsafe { self.rust.shrink(start, old, new) }
        };
        let block = rust.ok().map(|block| self.block(block, new));
        if let Some(block) = block {
            self.live[index] = block;
        }
        check.same("offset of a changed block", zig, block.map(|block| block.offset))
    }

    fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        check.same("end_index", self.zig.end_index(), self.rust.used())?;
        for &Block { start, offset, layout } in &self.live {
            let zig = self.zig.is_last_allocation(offset, layout.size());
            let block = NonNull::slice_from_raw_parts(start, layout.size());
            check.same("isLastAllocation", zig, self.rust.is_last_allocation(block))?;
            check.same("ownsPtr", true, self.rust.owns_ptr(start.as_ptr()))?;
        }
        Ok(())
    }

    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        match *op {
            Op::Start { .. } => {}
            Op::Alloc { len, align } => {
                let layout = Layout::from_size_align(len, align).expect("a small block");
                self.alloc(layout, check)?;
            }
            Op::Free { block } => {
                if !self.live.is_empty() {
                    let block = self.live.remove(block % self.live.len());
                    self.free(block);
                }
            }
            Op::Realloc { block, len } => {
                if !self.live.is_empty() {
                    self.realloc(block % self.live.len(), len, check)?;
                }
            }
            Op::Reset => {
                self.live.clear();
                self.zig.reset();
                self.rust.reset();
            }
        }
        self.compare(check)
    }
}

impl Area for FixedBufferArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "fixed_buffer"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let start =
            Op::Start { len: random.within(0..=600), misalignment: random.below(ALIGN_MAX) };
        let len_max = random.choose(&[1, 8, 40, 200]);
        let align_bits = random.choose(&[0, 3, 6]);
        let swarm = Swarm::draw(random, &[8, 4, 4, 1]);
        let count = random.within(1..=60);
        let steps = (0..count).map(|_| match swarm.pick(random) {
            0 => Op::Alloc {
                len: random.within(0..=len_max),
                align: 1 << random.within(0..=align_bits),
            },
            1 => Op::Free { block: random.below(16) },
            2 => Op::Realloc { block: random.below(16), len: random.within(0..=2 * len_max) },
            _ if random.ratio(1, 8) => Op::Reset,
            // The topmost block, which is the interesting one.
            _ => Op::Realloc { block: usize::MAX, len: random.within(0..=2 * len_max) },
        });
        [start].into_iter().chain(steps).collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut first = 0;
        for ops in ops.chunk_by(|_, next| !matches!(next, Op::Start { .. })) {
            let (len, misalignment) = match ops.first() {
                Some(&Op::Start { len, misalignment }) => (len, misalignment),
                _ => (256, 0),
            };
            let mut memory = vec![MaybeUninit::uninit(); len + 2 * ALIGN_MAX];
            let start = memory.as_ptr().align_offset(ALIGN_MAX) + misalignment;
            let zig = ZigBuffer::new(self.zig, len, misalignment);
            let mut pair = Pair::new(zig, &mut memory[start..start + len]);
            for (index, op) in ops.iter().enumerate() {
                check.at(first + index);
                pair.step(op, check)?;
            }
            first += ops.len();
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match *op {
            Op::Start { len, misalignment } => [(len, 0), (len / 2, misalignment)]
                .into_iter()
                .filter(|&simpler| simpler < (len, misalignment))
                .map(|(len, misalignment)| Op::Start { len, misalignment })
                .collect(),
            Op::Alloc { len, align } => {
                [(len / 2, align), (len.saturating_sub(1), align), (len, 1)]
                    .into_iter()
                    .filter(|&simpler| simpler < (len, align))
                    .map(|(len, align)| Op::Alloc { len, align })
                    .collect()
            }
            Op::Free { block: 0 } | Op::Reset => vec![],
            Op::Free { .. } => vec![Op::Free { block: 0 }],
            Op::Realloc { block, len } => [(0, len), (block, len / 2)]
                .into_iter()
                .filter(|&simpler| simpler < (block, len))
                .map(|(block, len)| Op::Realloc { block, len })
                .collect(),
        }
    }
}
