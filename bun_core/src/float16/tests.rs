//! Every half, and every place where two of them meet.

use super::f16;

/// All halves from zero to infinity, in order.
fn halves() -> impl Iterator<Item = f16> {
    (0..=0x7c00_u16).step_by(if cfg!(miri) { 997 } else { 1 }).map(f16)
}

#[test]
fn every_half_comes_back() {
    for half in halves() {
        let negative = f16(half.0 | 0x8000);
        assert_eq!(f16::from_f64(half.to_f64()), half);
        assert_eq!(f16::from_f32(half.to_f32()), half);
        assert_eq!(f16::from_f64(negative.to_f64()), negative);
    }
    for bits in [0x7c01, 0x7e00, 0xffff] {
        assert!(f16(bits).to_f64().is_nan() && f16(bits).to_f32().is_nan());
        assert!(f16::from_f64(f16(bits).to_f64()).to_f64().is_nan());
    }
}

#[test]
fn between_two_halves_the_nearer_or_the_even_one_is_taken() {
    for low in halves().filter(|half| half.0 < 0x7bff) {
        let high = f16(low.0 + 1);
        let middle = (low.to_f64() + high.to_f64()) / 2.0;
        let even = if low.0 % 2 == 0 { low } else { high };
        assert_eq!(f16::from_f64(middle), even);
        assert_eq!(f16::from_f64(middle.next_down()), low);
        assert_eq!(f16::from_f64(middle.next_up()), high);
        assert!(low.to_f64() < high.to_f64());
    }
}

#[test]
fn known_numbers_have_known_bits() {
    let known = [
        (0.0, 0),
        (-0.0, 0x8000),
        (1.0, 0x3c00),
        (-2.0, 0xc000),
        (65504.0, 0x7bff),
        (65519.999, 0x7bff),
        (65520.0, 0x7c00),
        (f64::NEG_INFINITY, 0xfc00),
        (f64::MAX, 0x7c00),
        (5.960_464_477_539_063e-8, 1),
        (2.980_232_238_769_531e-8, 0),
        (f64::MIN_POSITIVE, 0),
    ];
    for (number, bits) in known {
        assert_eq!(f16::from_f64(number), f16(bits), "{number}");
    }
}
