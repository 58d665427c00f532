//! Detached borrows where they are right, for Miri.
#![expect(unsafe_code, reason = "detaches borrows of its own")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;

use super::{
    AsCtxPtr, LaunderedSelf, boxed_slices_as_borrowed, detach_lifetime, detach_lifetime_mut,
    detach_lifetime_ref,
};

struct Table {
    rows: Vec<u32>,
    sum: u32,
}

// SAFETY: `drain` takes its address first, and uses `r` from then on.
unsafe impl LaunderedSelf for Table {}

impl Table {
    fn drain(&mut self, call_back: &dyn Fn(*mut Self)) {
        let this = &raw mut *self;
        // SAFETY: `this` is `self`; no other borrow is in use.
        while let Some(row) = unsafe { Self::r(this) }.rows.pop() {
            call_back(this);
            // SAFETY: as above; the callback has returned.
            unsafe { Self::r(this) }.sum += row;
        }
    }
}

#[test]
fn a_callback_changes_what_called_it() {
    let mut table = Table { rows: alloc::vec![5, 1], sum: 0 };
    table.drain(&|table| {
        // SAFETY: `drain` holds no borrow while it calls out.
        let table = unsafe { Table::r(table) };
        if table.sum == 0 {
            table.rows.push(10);
        }
        table.sum += 100;
    });
    assert_eq!((table.sum, table.rows.len()), (316, 0));
}

#[test]
fn a_column_is_read_while_its_neighbour_is_written() {
    let mut table = Table { rows: alloc::vec![1, 2, 3], sum: 0 };
    // SAFETY: `rows` is not changed.
    for row in unsafe { detach_lifetime(&table.rows) } {
        table.sum += row;
    }
    // SAFETY: as above.
    let last = unsafe { detach_lifetime_ref(&table.rows[2]) };
    table.sum += last;
    // SAFETY: `sum` is used only through `sum` until the end of the next line.
    let sum = unsafe { detach_lifetime_mut(&mut table.sum) };
    *sum += table.rows[0];
    assert_eq!(table.sum, 10);
}

#[test]
fn a_context_reads_and_writes_cells() {
    let cell = Cell::new(1);
    let context = cell.as_ctx_ptr();
    cell.set(2);
    // SAFETY: `cell` lives and is shared.
    unsafe { &*context }.set(unsafe { &*context }.get() + 1);
    assert_eq!(cell.get(), 3);
}

#[test]
fn boxes_are_borrowed_in_order() {
    let boxes: Vec<Box<[u16]>> = (0..5).map(|len| (0..len).collect()).collect();
    let borrowed = boxed_slices_as_borrowed(&boxes);
    for (slice, boxed) in borrowed.iter().zip(&boxes) {
        assert!(core::ptr::eq(*slice, &raw const **boxed));
    }
    assert_eq!(borrowed.len(), 5);
}
