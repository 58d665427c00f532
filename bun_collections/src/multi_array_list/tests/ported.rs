//! Names that ported code uses: by pointer, by number, by a trait of columns.

#![expect(unsafe_code, reason = "calls what ported code calls")]

use crate::multi_array_list::{Rows, Slice, SortContext};
use crate::tracked::{Ledger, Tracked};
use crate::{MultiArrayElement, MultiArrayList, multi_array_columns};

#[derive(Clone, Copy, Debug, Default, MultiArrayElement, PartialEq)]
struct File {
    flag: bool,
    size: u64,
    r#type: u16,
}

// SAFETY: all fields are zero-able.
unsafe impl bytemuck::Zeroable for File {}

multi_array_columns! {
    /// Columns of files.
    trait FileColumns for File {
        flag: bool,
        size: u64,
        r#type: u16,
    }
}

mod package {
    use crate::MultiArrayElement;

    #[derive(MultiArrayElement)]
    pub(super) struct Package<'a, T: Copy> {
        pub(super) name: &'a [u8],
        pub(super) version: T,
    }
}

multi_array_columns! {
    trait PackageColumns ['a, T: Copy] for package::Package<'a, T> {
        name: &'a [u8],
        version: T,
    }
}

fn files(sizes: &[u64]) -> MultiArrayList<File> {
    let mut list = MultiArrayList::new();
    for size in sizes {
        list.append(File { flag: true, size: *size, r#type: 3 }).expect("memory");
    }
    list
}

#[test]
fn columns_have_methods() {
    let mut list = files(&[1, 2, 3]);
    list.items_size_mut()[0] = 5;
    list.slice_mut().items_type_mut()[2] = 9;
    assert_eq!(list.items_size(), [5, 2, 3]);
    assert_eq!(list.slice().items_type(), [3, 3, 9]);
    assert_eq!(list.slice_mut().items_flag(), [true; 3]);
    assert_eq!(list.items_of::<file_fields::size>().len(), 3);

    let name = b"left-pad".to_vec();
    let mut packages = MultiArrayList::new();
    packages.append(package::Package { name: &name, version: 1_u8 }).expect("memory");
    packages.items_version_mut()[0] += 1;
    assert_eq!((packages.items_name()[0], packages.items_version()), (&name[..], &[2][..]));
}

#[test]
fn columns_by_pointer_and_by_number() {
    let mut list = files(&[1, 2, 3]);
    let raw = list.items_raw::<file_fields::size>();
    // SAFETY: the column has three elements.
    let second = unsafe { raw.add(1) };
    // SAFETY: there is no reference to the element.
    unsafe { second.write(20) };
    let rows = list.slice();
    // SAFETY: there is no other reference to this column.
    let sizes = unsafe { rows.items_mut::<file_fields::size>() };
    sizes[2] = 30;
    // SAFETY: there is no other reference to this column, and any bytes are a `u16`.
    unsafe { rows.column_bytes_mut(2) }.fill(1);
    assert_eq!(list.items_size(), [1, 20, 30]);
    assert_eq!(list.items_type(), [0x101; 3]);
    assert_eq!([0, 1, 2].map(Slice::<File>::field_size), [1, 8, 2]);
    // SAFETY: two of three rows stay.
    unsafe { list.set_len(2) };
    assert_eq!(list.items_size(), [1, 20]);
    list.zero();
    assert_eq!((list.get(0), list.get(1)), (File::default(), File::default()));
}

struct Descending;

impl SortContext<File> for Descending {
    fn less_than(&self, rows: Slice<'_, File>, a: usize, b: usize) -> bool {
        rows.items_size()[a] > rows.items_size()[b]
    }
}

#[test]
fn orders_have_names() {
    let mut list = files(&[1, 3, 2]);
    list.sort_by(&Descending);
    assert_eq!(list.items_size(), [3, 2, 1]);
}

#[derive(MultiArrayElement)]
struct Owner {
    value: Tracked,
}

#[test]
fn rows_are_dropped_or_taken() {
    let ledger = Ledger::default();
    let mut list = MultiArrayList::new();
    for id in 0..3 {
        list.append(Owner { value: ledger.track(id) }).expect("memory");
    }
    let owned = list.to_owned_slice();
    assert_eq!((list.len(), list.capacity(), owned.len(), ledger.live()), (0, 0, 3, 3));
    list = owned;
    list.drop_elements();
    assert_eq!((list.len(), ledger.live()), (0, 0));
    assert!(list.capacity() >= 3);
}
