//! References taken and given back, and tagged pointers followed.
//!
//! Between the two halves of a pair the compiler is told that the object may have been read, so
//! that no pair disappears.
#![expect(unsafe_code, reason = "follows tagged pointers to values that the row keeps")]

use alloc::rc::Rc;
use alloc::sync::Arc;
use core::hint::black_box;

use bun_collections::tagged_pointer::Visit;
use bun_collections::{
    RefCount, RefCounted, RefPtr, TaggedPtrUnion, ThreadSafeRefCount, ThreadSafeRefCounted,
};

use super::zig;
use crate::input::words;
use crate::opaque::touch;
use crate::row::{Contender, Row};

const GROUP: &str = "ptr";
const COUNT: usize = 4096;
const OBJECTS: usize = 64;
const SEED: u64 = 0x9f7;

pub(super) fn rows() -> Vec<Row> {
    vec![local(), atomic(), get(), call()]
}

fn row(
    name: &str,
    input: &str,
    expected: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    Row {
        ops_per_iteration: COUNT as u64,
        ..Row::new(GROUP, name, format!("{COUNT} random {input}"), expected, contenders)
    }
}

fn indices() -> Vec<u32> {
    words(SEED, COUNT).iter().map(|&word| (word % OBJECTS as u64) as u32).collect()
}

#[derive(RefCounted)]
struct Local {
    ref_count: RefCount<Self>,
    value: u32,
}

#[derive(ThreadSafeRefCounted)]
struct Atomic {
    ref_count: ThreadSafeRefCount<Self>,
    value: u32,
}

/// Clones and drops an owner for each index, and adds up what `value` says.
#[inline(always)]
fn pairs<P: Clone>(
    new: impl Fn() -> P,
    address: impl Fn(&P) -> *const u8,
    value: impl Fn(&P) -> u32,
) -> impl FnMut(u64) -> u64 {
    let owners: Vec<P> = (0..OBJECTS).map(|_| new()).collect();
    let indices = indices();
    move |iterations| {
        let mut sum = 0_u64;
        for _ in 0..iterations {
            for &index in &indices {
                let owner = owners[index as usize % OBJECTS].clone();
                touch(address(&owner));
                sum = sum.wrapping_add(value(&owner).into());
            }
        }
        sum
    }
}

fn local() -> Row {
    row("clone and drop", "of 64 objects, of one thread", 7 * COUNT as u64, || {
        let ours = pairs(
            || RefPtr::new(Local { ref_count: RefCount::init(), value: 7 }),
            |owner| owner.as_ptr().cast_const().cast(),
            |owner| owner.value,
        );
        let rc = pairs(|| Rc::new(7_u32), |owner| Rc::as_ptr(owner).cast(), |owner| **owner);
        let mut contenders =
            vec![Contender::ours("RefPtr", ours), Contender::rival("Rc", rc).target(1.0)];
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("RefCount", move |n| zig.ref_local(&indices, n)).target(1.0)
        }));
        contenders
    })
}

fn atomic() -> Row {
    row("clone and drop, thread-safe", "of 64 objects, uncontended", 7 * COUNT as u64, || {
        let ours = pairs(
            || RefPtr::new(Atomic { ref_count: ThreadSafeRefCount::init(), value: 7 }),
            |owner| owner.as_ptr().cast_const().cast(),
            |owner| owner.value,
        );
        let arc = pairs(|| Arc::new(7_u32), |owner| Arc::as_ptr(owner).cast(), |owner| **owner);
        let mut contenders =
            vec![Contender::ours("RefPtr", ours), Contender::rival("Arc", arc).target(1.0)];
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("ThreadSafeRefCount", move |n| zig.ref_atomic(&indices, n)).target(1.0)
        }));
        contenders
    })
}

struct A(u64);
struct B(u64);
struct C(u64);
struct D(u64);

type Word = TaggedPtrUnion<(A, B, C, D)>;

static VALUES: (A, B, C, D) = (A(1), B(2), C(3), D(4));

/// The same choice without a tagged pointer: twice as large.
#[derive(Clone, Copy)]
enum Choice {
    A(&'static A),
    B(&'static B),
    C(&'static C),
    D(&'static D),
}

fn tagged() -> Vec<Word> {
    let word = |index: u32| match index % 4 {
        0 => Word::init(&raw const VALUES.0),
        1 => Word::init(&raw const VALUES.1),
        2 => Word::init(&raw const VALUES.2),
        _ => Word::init(&raw const VALUES.3),
    };
    indices().into_iter().map(word).collect()
}

fn choices() -> Vec<Choice> {
    let choice = |index: u32| match index % 4 {
        0 => Choice::A(&VALUES.0),
        1 => Choice::B(&VALUES.1),
        2 => Choice::C(&VALUES.2),
        _ => Choice::D(&VALUES.3),
    };
    indices().into_iter().map(choice).collect()
}

/// Folds all of `list`; nothing is kept from one iteration to the next.
#[inline(always)]
fn fold<T: Copy + 'static>(
    list: Vec<T>,
    step: impl Fn(u64, T) -> u64 + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    move |iterations| {
        (0..iterations).fold(0, |sum, _| black_box(list.iter().fold(sum, |sum, &it| step(sum, it))))
    }
}

fn get() -> Row {
    row("TaggedPtrUnion::get", "pointers to four types, for one of them", 0x7c4, || {
        let ours = fold(tagged(), |sum, word| match word.get::<B, _>() {
            // SAFETY: made from a static.
            Some(found) => sum.wrapping_add(unsafe { &*found }.0),
            None => sum,
        });
        let matched = fold(choices(), |sum, choice| match choice {
            Choice::B(found) => sum.wrapping_add(found.0),
            _ => sum,
        });
        let mut contenders =
            vec![Contender::ours("get", ours), Contender::rival("match", matched).target(1.0)];
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("TaggedPointer.get", move |n| zig.tagged_get(&indices, n)).target(1.0)
        }));
        contenders
    })
}

/// Folds a value as its type does.
struct Step(u64);

impl Visit<A> for Step {
    type Output = u64;
    #[inline]
    fn visit(self, a: *mut A) -> u64 {
        // SAFETY: made from a static.
        self.0.wrapping_add(unsafe { &*a }.0)
    }
}

impl Visit<B> for Step {
    type Output = u64;
    #[inline]
    fn visit(self, b: *mut B) -> u64 {
        // SAFETY: made from a static.
        self.0 ^ unsafe { &*b }.0
    }
}

impl Visit<C> for Step {
    type Output = u64;
    #[inline]
    fn visit(self, c: *mut C) -> u64 {
        // SAFETY: made from a static.
        self.0.wrapping_add(unsafe { &*c }.0.wrapping_mul(3))
    }
}

impl Visit<D> for Step {
    type Output = u64;
    #[inline]
    fn visit(self, d: *mut D) -> u64 {
        // SAFETY: made from a static.
        self.0.wrapping_sub(unsafe { &*d }.0)
    }
}

fn call() -> Row {
    row("TaggedPtrUnion::call", "pointers to four types, all of them", 0x1b6d, || {
        let ours = fold(tagged(), |sum, word| word.call(Step(sum)).unwrap_or(sum));
        let matched = fold(choices(), |sum, choice| match choice {
            Choice::A(a) => sum.wrapping_add(a.0),
            Choice::B(b) => sum ^ b.0,
            Choice::C(c) => sum.wrapping_add(c.0.wrapping_mul(3)),
            Choice::D(d) => sum.wrapping_sub(d.0),
        });
        let mut contenders =
            vec![Contender::ours("call", ours), Contender::rival("match", matched).target(1.0)];
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("inline for", move |n| zig.tagged_call(&indices, n)).target(1.0)
        }));
        contenders
    })
}
