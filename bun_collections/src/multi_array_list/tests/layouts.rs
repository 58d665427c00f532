//! Field types of every kind: nothing in them, overaligned, many, generic.

use crate::multi_array_list::{Column, Field, FieldVisitor};
use crate::{MultiArrayElement, MultiArrayList};
use core::fmt::Debug;
use core::num::NonZero;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(64))]
struct Line(u8);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(4096))]
struct EmptyPage;

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
struct Zoo {
    byte: u8,
    page: EmptyPage,
    line: Line,
    flag: bool,
    text: &'static str,
    never_zero: NonZero<u32>,
    triple: [u8; 3],
    wide: u128,
    letter: char,
    unit: (),
}

fn zoo(at: u32) -> Zoo {
    let byte = at.to_le_bytes()[0];
    Zoo {
        byte,
        page: EmptyPage,
        line: Line(byte),
        flag: at.is_multiple_of(2),
        text: if at.is_multiple_of(3) { "fizz" } else { "" },
        never_zero: NonZero::new(at + 1).expect("not zero"),
        triple: [byte; 3],
        wide: u128::from(at) << 64,
        letter: char::from_u32(0x1F600 + at % 64).expect("a smiling face"),
        unit: (),
    }
}

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
struct Nothing(());

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
struct Page(EmptyPage);

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
struct Bytes([u8; 200]);

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, packed)]
struct Packed {
    byte: u8,
    word: u64,
    half: u16,
}

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
struct Generic<'a, T: Copy + Debug + Eq, const N: usize>
where
    [T; N]: Copy,
{
    borrowed: &'a T,
    array: [T; N],
}

/// Asserts that the address of every column is aligned, and that columns are apart.
struct Addresses<'a, T: MultiArrayElement> {
    list: &'a MultiArrayList<T>,
    ranges: Vec<core::ops::Range<usize>>,
}

impl<T: MultiArrayElement> FieldVisitor<T> for Addresses<'_, T> {
    fn visit<F: Field<T>>(&mut self) {
        let items = self.list.items::<F>();
        assert_eq!(items.len(), self.list.len());
        let start = items.as_ptr().addr();
        assert_eq!(start % align_of::<F::Type>(), 0);
        self.ranges.push(start..start + size_of_val(items));
    }
}

fn assert_apart<T: MultiArrayElement>(list: &MultiArrayList<T>) {
    let mut addresses = Addresses { list, ranges: Vec::new() };
    T::each_field(&mut addresses);
    let mut ranges = addresses.ranges;
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| range.start);
    assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

/// Goes through every operation that moves rows, for lists of several lengths.
fn works_as_a_vec<T: MultiArrayElement + Copy + PartialEq + Debug>(row: impl Fn(u32) -> T) {
    let mut list = MultiArrayList::<T>::new();
    let mut model = Vec::new();
    assert_apart(&list);
    for at in 0..if cfg!(miri) { 9 } else { 70 } {
        list.append(row(at)).expect("memory");
        model.push(row(at));
        assert_apart(&list);
    }
    let middle = model.len() / 2;
    list.insert(middle, row(99)).expect("memory");
    model.insert(middle, row(99));
    assert_eq!(list.ordered_remove(1), model.remove(1));
    assert_eq!(list.swap_remove(2), model.swap_remove(2));
    assert_eq!(list.pop(), model.pop());
    list.set(3, row(7));
    model[3] = row(7);
    list.sort(|_, a, b| a > b);
    model.reverse();
    list.shrink_and_free(5);
    model.truncate(5);
    assert_apart(&list);
    let copy = list.clone().expect("memory");
    drop(list);
    assert!(copy.len() == 5 && (0..5).all(|at| copy.get(at) == model[at]));
    assert!((0..5).all(|at| copy.slice().get(at) == model[at]));
}

#[test]
fn rows_of_every_layout() {
    let numbers: Vec<u16> = (0..100).collect();
    works_as_a_vec(zoo);
    works_as_a_vec(|_| Nothing(()));
    works_as_a_vec(|_| Page(EmptyPage));
    works_as_a_vec(|at| Bytes([at.to_le_bytes()[0]; 200]));
    works_as_a_vec(|at| Packed { byte: 1, word: u64::from(at) << 40, half: 2 });
    works_as_a_vec(|at| Generic { borrowed: &numbers[at as usize], array: [1, 2] });
    works_as_a_vec(|at| Generic::<_, 0> { borrowed: &numbers[at as usize], array: [] });
}

#[test]
fn rows_without_bytes_never_allocate_and_never_end() {
    let mut list = MultiArrayList::<Nothing>::with_capacity(usize::MAX);
    list.append(Nothing(())).expect("no memory needed");
    assert_eq!((list.len(), list.memory_cost()), (1, 0));
    assert_eq!(list.pop(), Some(Nothing(())));
}

#[test]
fn capacities_that_cannot_exist_are_refused() {
    let mut list = MultiArrayList::<Packed>::new();
    list.append(Packed { byte: 1, word: 2, half: 3 }).expect("memory");
    let most = isize::MAX as usize / 11;
    for capacity in [most + 1, usize::MAX / 11 + 2, usize::MAX] {
        assert!(list.set_capacity(capacity).is_err());
        assert!(list.ensure_total_capacity(capacity).is_err());
        assert!(list.ensure_total_capacity_precise(capacity).is_err());
        assert!(list.ensure_unused_capacity(capacity).is_err());
        assert!(MultiArrayList::<Packed>::try_with_capacity(capacity).is_err());
    }
    assert_eq!((list.len(), list.get(0).half), (1, 3));
}

#[test]
fn sixty_four_fields() {
    macro_rules! wide {
        ($($name:ident)*) => {
            #[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq, Eq)]
            struct Wide { $($name: u16),* }
            const COUNT: usize = [$(stringify!($name)),*].len();
            fn wide(at: u16) -> Wide { Wide { $($name: at),* } }
        };
    }
    wide! {
        a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
        d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
        g0 g1 g2 g3
    }
    assert_eq!((COUNT, Wide::COLUMNS.len()), (64, 64));
    let mut list = MultiArrayList::new();
    for at in 0..3 {
        list.append(wide(at)).expect("memory");
    }
    let columns = list.columns_mut();
    columns.a0[1] += columns.g3[2];
    assert_eq!((list.get(1).a0, list.get(1).g3, list.get(2)), (3, 1, wide(2)));
    assert_apart(&list);
}

#[test]
fn columns_lie_where_zig_puts_them() {
    #[derive(MultiArrayElement)]
    struct Mixed {
        a: u8,
        b: u64,
        c: u16,
        d: u64,
        e: u8,
    }
    let offsets: Vec<usize> = Mixed::COLUMNS.iter().map(|column| column.offset(16)).collect();
    assert_eq!(offsets, [288, 0, 256, 128, 304]);
    assert_eq!(Mixed::COLUMNS[1], Column::table([core::alloc::Layout::new::<u64>()])[0]);
}
