//! The generator against numbers that Zig 0.15.2 printed, and the threads against each other.

use alloc::collections::BTreeSet;

use super::{DefaultPrng, fast_random};

/// Seed, the first six numbers, the first 13 bytes.
const ZIG: [(u64, [u64; 6], [u8; 13]); 4] = [
    (
        0,
        [
            0x5317_5d61_490b_23df,
            0x61da_6f3d_c380_d507,
            0x5c0f_df91_ec9a_7bfc,
            0x02ee_bf8c_3bbe_5e1a,
            0x7eca_04eb_af4a_5eea,
            0x0543_c377_57f0_8d9a,
        ],
        [223, 35, 11, 73, 97, 93, 23, 83, 7, 213, 128, 195, 61],
    ),
    (
        1,
        [
            0xcfc5_d07f_6f03_c29b,
            0xbf42_4132_963f_e08d,
            0x19a3_7d57_57aa_f520,
            0xbf08_119f_05cd_56d6,
            0x2f47_184b_8618_6fa4,
            0x9729_9fca_e720_2345,
        ],
        [155, 194, 3, 111, 127, 208, 197, 207, 141, 224, 63, 150, 50],
    ),
    (
        0xdead_beef,
        [
            0x0c52_0eb8_fea9_8ede,
            0x2b74_a633_8b80_e0e2,
            0xbe23_8770_c379_5322,
            0x5f23_5f98_a244_ea97,
            0xe004_f0cc_1514_d858,
            0x436a_2099_63ff_9223,
        ],
        [222, 142, 169, 254, 184, 14, 82, 12, 226, 224, 128, 139, 51],
    ),
    (
        u64::MAX,
        [
            0x56cc_f8ce_948e_27b2,
            0xe685_8843_2e5a_5b90,
            0xe3e9_b5a4_8119_ca8b,
            0x460f_1949_5532_ae73,
            0xa7d6_2040_ea92_63e1,
            0x66f1_fb2a_c940_2c14,
        ],
        [178, 39, 142, 148, 206, 248, 204, 86, 144, 91, 90, 46, 67],
    ),
];

#[test]
fn the_numbers_are_zigs() {
    for (seed, numbers, bytes) in ZIG {
        let mut random = DefaultPrng::init(seed);
        for number in numbers {
            assert_eq!(random.next_u64(), number, "seed {seed}");
        }
        let mut random = DefaultPrng::init(seed);
        let mut filled = [0; 13];
        random.fill(&mut filled);
        assert_eq!(filled, bytes, "seed {seed}");
        assert_eq!(random.next_u64(), numbers[2], "two numbers were used up");
        random.fill(&mut []);
        assert_eq!(random.next_u64(), numbers[3]);
    }
}

#[test]
fn seeds_in_constants() {
    const RANDOM: DefaultPrng = DefaultPrng::init(1);
    assert_eq!(RANDOM, DefaultPrng::init(1));
    assert_eq!(RANDOM.clone().next_u64(), ZIG[1].1[0]);
}

#[test]
fn threads_get_numbers_of_their_own() {
    let each = if cfg!(miri) { 4 } else { 1000 };
    let numbers: BTreeSet<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| (0..each).map(|_| fast_random()).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    // Of 3000 numbers, two are the same with probability 2^-42.
    assert_eq!(numbers.len(), 3 * each);
}
