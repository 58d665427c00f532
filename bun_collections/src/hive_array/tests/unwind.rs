//! A panic at every call of the user's code: no slot is lost.

#![expect(unsafe_code, reason = "calls what ported code calls")]

use crate::hive_array::{Fallback, HiveRefHandle};
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};

/// Runs `operation` on a new pool of two slots; afterwards all slots are free.
fn survives(operation: impl Fn(&Fallback<Tracked, 2>, &Ledger)) -> u32 {
    panic_at_every_call(
        || (Fallback::init(), Ledger::default()),
        |(pool, ledger)| operation(pool, ledger),
        |(pool, ledger)| {
            assert_eq!((pool.hive.in_use(), ledger.live()), (0, 0));
            let all: Vec<_> = (0..3).map(|id| pool.alloc(ledger.track(id))).collect();
            assert_eq!(all.iter().filter(|owner| owner.index().is_some()).count(), 2);
        },
    )
}

#[test]
fn destructors_may_panic() {
    let calls = survives(|pool, ledger| {
        let owners = [1, 2, 3].map(|id| pool.alloc(ledger.track(id)));
        drop(owners);
    });
    assert_eq!(calls, 3);
    let calls = survives(|pool, ledger| {
        let value = pool.get_init(ledger.track(1));
        // SAFETY: the value is the pool's and is not used again.
        unsafe { pool.put(value.as_ptr()) };
    });
    assert_eq!(calls, 1);
    assert_eq!(survives(|pool, ledger| drop(pool.alloc(ledger.track(1)).into_inner())), 1);
}

#[test]
fn constructors_may_panic() {
    let calls = survives(|pool, ledger| {
        let value = pool.hive.alloc_with(|| {
            let inner = pool.alloc(ledger.track(2));
            user_code();
            let id = inner.id();
            drop(inner);
            ledger.track(id)
        });
        assert_eq!(value.map(|value| value.id()), Some(2));
    });
    assert_eq!(calls, 3);
}

#[test]
fn the_last_handle_may_panic() {
    let calls = panic_at_every_call(
        || (Fallback::<_, 1>::boxed(), Ledger::default()),
        |(pool, ledger)| {
            // SAFETY: the pool is boxed and outlives the handles.
            let handle = unsafe { HiveRefHandle::new(ledger.track(1), &raw const **pool) };
            drop(handle.clone());
            drop(handle);
        },
        |(pool, ledger)| assert_eq!((pool.hive.in_use(), ledger.live()), (0, 0)),
    );
    assert_eq!(calls, 1);
}
