//! `std.hash.int` for every width of integer.

use bun_wyhash::{hash_int, uint32};
use zig_oracle::Oracle;

use crate::parity::{Area, Check, Divergence};
use crate::prng::Prng;

pub(super) struct HashIntArea {
    zig: Oracle,
}

impl HashIntArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

impl Area for HashIntArea {
    /// A number of which every width is hashed.
    type Op = u128;

    fn name(&self) -> &'static str {
        "hash_int"
    }

    fn generate(&self, random: &mut Prng) -> Vec<u128> {
        let high = if random.ratio(1, 2) { random.edgy_word() } else { 0 };
        vec![u128::from(high) << 64 | u128::from(random.edgy_word())]
    }

    fn run(&self, ops: &[u128], check: &mut Check) -> Result<(), Divergence> {
        for (step, &number) in ops.iter().enumerate() {
            check.at(step);
            let zig = |bits| self.zig.hash_int(bits, number as u64);
            check.same("u8", zig(8), hash_int(number as u8).into())?;
            check.same("i8", zig(8), hash_int(number as i8).cast_unsigned().into())?;
            check.same("u16", zig(16), hash_int(number as u16).into())?;
            check.same("i16", zig(16), hash_int(number as i16).cast_unsigned().into())?;
            check.same("u32", zig(32), hash_int(number as u32).into())?;
            check.same("i32", zig(32), hash_int(number as i32).cast_unsigned().into())?;
            check.same("uint32", zig(32), uint32(number as u32).into())?;
            check.same("u64", zig(64), hash_int(number as u64))?;
            check.same("i64", zig(64), hash_int(number as i64).cast_unsigned())?;
            check.same("usize", zig(usize::BITS), hash_int(number as usize) as u64)?;
            let zig = self.zig.hash_int_128(number);
            check.same("u128", zig, hash_int(number))?;
            check.same("i128", zig, hash_int(number.cast_signed()).cast_unsigned())?;
        }
        Ok(())
    }

    fn simplify(&self, number: &u128) -> Vec<u128> {
        [0, number >> 64, number >> 8, number >> 1]
            .into_iter()
            .filter(|simpler| simpler < number)
            .collect()
    }
}
