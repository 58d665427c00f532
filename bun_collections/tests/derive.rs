//! `#[derive(MultiArrayElement)]` where it is used: visibility, generics, names, bodies.

extern crate alloc;

use bun_collections::{MultiArrayElement, MultiArrayList};

mod outer {
    pub(crate) mod inner {
        use bun_collections::MultiArrayElement;

        /// Fields of every visibility.
        #[derive(MultiArrayElement, Default)]
        pub(crate) struct Mixed {
            pub(crate) everywhere: u8,
            pub(super) outside: u16,
            pub(in crate::outer) above: u32,
            hidden: u64,
        }

        pub(crate) fn sum_of_hidden(list: &bun_collections::MultiArrayList<Mixed>) -> u64 {
            list.items::<mixed_fields::hidden>().iter().sum()
        }

        pub(crate) fn new(hidden: u64) -> Mixed {
            Mixed { hidden, ..Mixed::default() }
        }
    }

    pub(crate) fn outside(list: &mut bun_collections::MultiArrayList<inner::Mixed>) -> u32 {
        list.items_mut::<inner::mixed_fields::above>()[0] = 4;
        list.columns_mut().outside[0] = 3;
        list.columns().above[0] + u32::from(list.columns().outside[0])
    }
}

#[test]
fn fields_are_as_visible_as_they_were() {
    let mut list = MultiArrayList::new();
    list.append(outer::inner::new(40)).expect("memory");
    list.append(outer::inner::new(2)).expect("memory");
    list.items_mut::<outer::inner::mixed_fields::everywhere>()[1] = 7;
    assert_eq!(list.columns().everywhere, [0, 7]);
    assert_eq!(outer::outside(&mut list), 7);
    assert_eq!(outer::inner::sum_of_hidden(&list), 42);
}

#[derive(MultiArrayElement)]
struct HTTPHeader<'a, T, const N: usize = 2>
where
    T: Default,
{
    r#type: T,
    name: &'a [u8],
    values: [T; N],
    next: Option<Box<Self>>,
    callback: fn(&str) -> T,
}

#[test]
fn generics_raw_names_and_self() {
    let name = b"accept".to_vec();
    let mut list = MultiArrayList::new();
    for value in ["a", "b"] {
        let next = HTTPHeader {
            r#type: String::new(),
            name: b"",
            values: [const { String::new() }; 2],
            next: None,
            callback: str::to_owned,
        };
        let header = HTTPHeader {
            r#type: value.to_owned(),
            name: &name,
            values: [String::from("x"), value.to_owned()],
            next: Some(Box::new(next)),
            callback: str::to_uppercase,
        };
        list.append(header).expect("memory");
    }
    // The module is named after the words of the name.
    assert_eq!(list.items::<http_header_fields::r#type>(), ["a", "b"]);
    let row = list.row(1);
    assert_eq!((row.callback)(&row.values[1]), "B");
    let next = row.next.as_ref().expect("a header");
    assert!(next.name.is_empty() && next.next.is_none());
    assert_eq!((next.callback)(&next.values[0]), next.r#type);
}

#[test]
fn structs_in_a_body_with_unnamed_fields() {
    #[derive(MultiArrayElement, Clone, Copy)]
    struct Pair(u8, i64);

    let mut pairs = MultiArrayList::with_capacity(2);
    pairs.append_assume_capacity(Pair(1, -1));
    pairs.append_assume_capacity(Pair(2, -2));
    *pairs.row_mut(0)._1 = 9;
    assert_eq!((pairs.columns()._0, pairs.items::<pair_fields::_1>()), (&[1, 2][..], &[9, -2][..]));
    let Pair(first, second) = pairs.get(0);
    assert_eq!((first, second), (1, 9));
}

#[test]
fn cloned_rows_are_cloned_field_by_field() {
    #[derive(MultiArrayElement)]
    #[multi_array(clone)]
    struct Shared<T> {
        count: alloc::rc::Rc<T>,
    }

    let count = alloc::rc::Rc::new(5);
    let mut list = MultiArrayList::new();
    list.append(Shared { count: count.clone() }).expect("memory");
    let copy = list.clone().expect("memory");
    assert_eq!((alloc::rc::Rc::strong_count(&count), *copy.columns().count[0]), (3, 5));
}
