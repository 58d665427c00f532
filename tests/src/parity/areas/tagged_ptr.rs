//! Where address and tag stand in a tagged pointer, by Zig's layout of packed structs.

use core::ptr::without_provenance;

use bun_collections::{TaggedPtr, TaggedPtrUnion};
use zig_oracle::Oracle;

use crate::parity::{Area, Check, Divergence};
use crate::prng::Prng;

pub(super) struct TaggedPtrArea {
    zig: Oracle,
}

impl TaggedPtrArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

type Union = TaggedPtrUnion<(u8, u16, u32)>;

impl Area for TaggedPtrArea {
    /// Bits that may be a tagged pointer, or an address and, in their highest part, a tag.
    type Op = u64;

    fn name(&self) -> &'static str {
        "tagged_ptr"
    }

    fn generate(&self, random: &mut Prng) -> Vec<u64> {
        let tag = 1020 + random.edgy_word() % 8;
        let in_union = random.edgy_word() >> 15 | tag << 49;
        vec![if random.ratio(1, 2) { in_union } else { random.edgy_word() }]
    }

    fn run(&self, ops: &[u64], check: &mut Check) -> Result<(), Divergence> {
        for (step, &bits) in ops.iter().enumerate() {
            check.at(step);
            let tagged = TaggedPtr::from(bits);
            let (address, tag) = self.zig.tagged_ptr_parts(bits);
            check.same("address", address, tagged.address())?;
            check.same("get", address, tagged.get::<u8>().addr() as u64)?;
            check.same("data", tag, tagged.data().into())?;
            check.same("to", bits, tagged.to().addr() as u64)?;

            // What Zig cuts off is refused here.
            let (address, tag) = (bits.rotate_right(7), (bits >> 47) as u16);
            let zig = self.zig.tagged_ptr_bits(address, tag.into());
            let fits = self.zig.tagged_ptr_parts(zig) == (address, tag.into());
            let ours = TaggedPtr::try_init(without_provenance::<u8>(address as usize), tag);
            check.same("bits", fits.then_some(zig), ours.map(TaggedPtr::bits))?;

            let union = Union::from_repr(tagged);
            let (address, tag) = self.zig.tagged_ptr_parts(bits);
            check.same("is_valid", (1022..=1024).contains(&tag), union.is_valid())?;
            check.same("is", tag == 1024 - 2, union.is::<u32, _>())?;
            check.same("as_uintptr", address, union.as_uintptr())?;
        }
        Ok(())
    }

    fn simplify(&self, bits: &u64) -> Vec<u64> {
        [0, bits >> 49, bits >> 8, bits >> 1].into_iter().filter(|simpler| simpler < bits).collect()
    }
}
