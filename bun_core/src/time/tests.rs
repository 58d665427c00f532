//! Points in time against 128-bit arithmetic, and the clocks against each other.

use core::cmp::Ordering;

use proptest::prelude::*;

use super::{NS_PER_S, Timer, Timespec, TimespecMockMode, mock_time};

const fn at(sec: i64, nsec: i64) -> Timespec {
    Timespec { sec, nsec }
}

fn ns(time: Timespec) -> i128 {
    i128::from(time.sec) * i128::from(NS_PER_S) + i128::from(time.nsec)
}

#[test]
fn saturates_and_wraps_as_zig_does() {
    assert_eq!(at(-1, 5).ns(), 0);
    assert_eq!(at(5, -5).ns(), 4_999_999_995);
    assert_eq!(at(i64::MAX, 0).ns(), u64::MAX);
    assert_eq!(at(18_446_744_073, 709_551_616).ns(), u64::MAX);
    assert_eq!(at(18_446_744_073, 709_551_614).ns(), u64::MAX - 1);
    assert_eq!(at(0, -1).ms(), -1);
    assert_eq!(at(i64::MAX, 0).ms(), i64::MAX.wrapping_mul(1000));
    assert_eq!(at(i64::MIN, 0).duration(&at(1, 0)), at(i64::MAX, 0));
    assert_eq!(at(1, 0).duration(&at(0, 1)), at(0, 999_999_999));
    assert_eq!(at(i64::MAX, 0).ns_signed(), i64::MAX);
    assert_eq!(at(i64::MIN, 0).ns_signed(), i64::MIN);
    assert_eq!(at(i64::MAX, 999_999_999).add_ms(1), at(i64::MIN, 999_999));
    assert_eq!(at(1, 0).add_ms_float(f64::NAN), at(1, 0));
    assert_eq!(at(0, 0).add_ms_float(-1.5), at(-1, 999_000_000));
}

#[test]
fn no_deadline_comes_last() {
    let (soon, later, never) = (at(1, 0), at(2, 0), Timespec::EPOCH);
    for (a, b, order) in [
        (soon, later, Ordering::Less),
        (later, soon, Ordering::Greater),
        (never, soon, Ordering::Greater),
        (soon, never, Ordering::Less),
        (never, never, Ordering::Equal),
        (at(-1, 0), never, Ordering::Less),
    ] {
        assert_eq!(Timespec::order_ignore_epoch(a, b), order, "{a:?} {b:?}");
    }
    assert_eq!(never.min_ignore_epoch(later), later);
    assert_eq!(later.min_ignore_epoch(never), later);
    assert_eq!(never.min_ignore_epoch(never), never);
}

#[test]
fn a_test_can_set_the_time() {
    // The only test of this process that does.
    mock_time::set(-1);
    let mocked = Timespec::now(TimespecMockMode::AllowMockedTime);
    let real = Timespec::now(TimespecMockMode::ForceRealTime);
    let deadline = Timespec::ms_from_now(TimespecMockMode::AllowMockedTime, 1);
    mock_time::clear();
    assert_eq!(mocked, at(-1, 999_999_999));
    assert_eq!(deadline, at(0, 999_999));
    assert_ne!(real, mocked);
    assert_eq!(mock_time::get(), None);
}

#[test]
fn the_clock_does_not_go_back() {
    let first = Timespec::now(TimespecMockMode::ForceRealTime);
    let second = Timespec::now(TimespecMockMode::ForceRealTime);
    assert!(second.order(&first).is_ge());
    assert_ne!(first, Timespec::EPOCH);
    assert!(first.add_ms(-60_000).since_now(TimespecMockMode::ForceRealTime) >= 60 * NS_PER_S);
    let hour = 3_600_000;
    assert_eq!(first.add_ms(hour).since_now(TimespecMockMode::ForceRealTime), 0);
}

#[test]
#[cfg(not(miri))]
fn timestamps_agree() {
    let before = super::milli_timestamp();
    let nanoseconds = super::nano_timestamp();
    let seconds = super::timestamp();
    // The clock may be set while this runs, but not by an hour.
    let hour = 3_600_000;
    assert!((nanoseconds / 1_000_000).abs_diff(i128::from(before)) < hour);
    assert!((i128::from(seconds) * 1000).abs_diff(i128::from(before)) < hour);
    assert!((i128::from(super::micro_timestamp()) / 1000).abs_diff(i128::from(before)) < hour);
}

#[test]
fn a_timer_adds_up() {
    let mut timer = Timer::started();
    let lap = timer.lap();
    assert!(lap < u64::MAX);
    timer.reset();
    assert!(Timer::start().is_ok_and(|timer| timer.read() < u64::MAX));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 2 } else { 1024 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn arithmetic_is_exact_in_range(
        sec in -1_000_000_000_000_i64..1_000_000_000_000,
        nsec in 0..1_000_000_000_i64,
        other_sec in -1_000_000_000_000_i64..1_000_000_000_000,
        other_nsec in 0..1_000_000_000_i64,
        interval in -1_000_000_000_000_i64..1_000_000_000_000,
    ) {
        let (time, other) = (at(sec, nsec), at(other_sec, other_nsec));
        let later = time.add_ms(interval);
        prop_assert_eq!(ns(later), ns(time) + i128::from(interval) * 1_000_000);
        prop_assert!((0..1_000_000_000).contains(&later.nsec));
        let span = time.duration(&other);
        prop_assert_eq!(ns(span), ns(time) - ns(other));
        prop_assert!((0..1_000_000_000).contains(&span.nsec));
        prop_assert_eq!(time.order(&other), ns(time).cmp(&ns(other)));
        prop_assert_eq!(time.greater(&other), ns(time) > ns(other));
        prop_assert_eq!(i128::from(time.ms()), ns(time).div_euclid(1_000_000));
        if let Ok(exact) = i64::try_from(ns(time)) {
            prop_assert_eq!(time.ns_signed(), exact);
            prop_assert_eq!(Timespec::from_ns(exact), time);
        }
        if sec >= 0 {
            let exact = u64::try_from(ns(time)).unwrap_or(u64::MAX);
            prop_assert_eq!(time.ns(), exact);
            prop_assert_eq!(time.ms_unsigned(), exact / 1_000_000);
        }
    }
}
