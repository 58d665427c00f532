//! The maps that are compared, behind one trait.

use core::convert::identity;

use bun_collections::array_hash_map::{
    ArrayHashAdapter, ArrayHashContext, AutoContext, StringContext,
};
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use zig_oracle::{KeyKind, Removal};

/// A map of ours. Keys are given as the bytes in which they go to Zig.
pub(in crate::parity::areas) trait Map: Clone {
    const NAME: &'static str;
    const KIND: KeyKind;
    type Key: Ord + Clone + Default;
    type Context: ArrayHashContext<Self::Key> + Clone;

    fn new() -> Self;

    /// The bytes of the `id`-th key.
    fn key(id: usize) -> Vec<u8>;
    fn own(bytes: &[u8]) -> Self::Key;
    fn key_bytes(key: &Self::Key) -> Vec<u8>;

    /// The map itself, for all that needs no key.
    fn rows(&self) -> &ArrayHashMap<Self::Key, u64, Self::Context>;
    fn rows_mut(&mut self) -> &mut ArrayHashMap<Self::Key, u64, Self::Context>;

    fn put(&mut self, key: &[u8], value: u64);
    /// The value from before.
    fn replace(&mut self, key: &[u8], value: u64) -> Option<u64>;
    /// The position, the value afterwards, and whether the entry was there before.
    fn get_or_put(&mut self, key: &[u8], value: u64) -> (usize, u64, bool);
    fn get(&self, key: &[u8]) -> Option<(usize, u64)>;
    fn remove(&mut self, key: &[u8], removal: Removal) -> bool;

    /// Sets the number of rows and indexes them again, as code does that fills the columns.
    fn forget_after(&mut self, len: usize) {
        let rows = self.rows_mut();
        while rows.len() > len {
            rows.pop();
        }
        rows.re_index().expect("memory");
    }
}

/// The methods that take a key: `$key` makes one from bytes, and a lookup takes it behind `$lend`.
macro_rules! keyed_methods {
    ($key:expr, $($lend:tt)?) => {
        fn new() -> Self {
            Self::new()
        }

        fn own(bytes: &[u8]) -> Self::Key {
            $key(bytes).into()
        }

        fn put(&mut self, key: &[u8], value: u64) {
            self.put($key(key), value).expect("memory");
        }

        fn replace(&mut self, key: &[u8], value: u64) -> Option<u64> {
            self.try_insert($key(key), value).expect("memory")
        }

        fn get_or_put(&mut self, key: &[u8], value: u64) -> (usize, u64, bool) {
            let result = self.get_or_put_value($key(key), value).expect("memory");
            (result.index, *result.value_ptr, result.found_existing)
        }

        fn get(&self, key: &[u8]) -> Option<(usize, u64)> {
            self.get_index($($lend)? $key(key)).zip(self.get($($lend)? $key(key)).copied())
        }

        fn remove(&mut self, key: &[u8], removal: Removal) -> bool {
            match removal {
                Removal::Swap => self.swap_remove($($lend)? $key(key)),
                Removal::Ordered => self.ordered_remove($($lend)? $key(key)),
            }
        }
    };
}

macro_rules! integer_map {
    ($key:ty, $name:literal, $kind:ident) => {
        impl Map for ArrayHashMap<$key, u64> {
            const NAME: &'static str = $name;
            const KIND: KeyKind = KeyKind::$kind;
            type Key = $key;
            type Context = AutoContext;

            keyed_methods!(
                (|bytes: &[u8]| <$key>::from_ne_bytes(bytes.try_into().expect("a whole key"))),
                &
            );

            fn key(id: usize) -> Vec<u8> {
                // Neighbours, as enumerated things are, and multiples of a power of two, as
                // addresses are.
                let key = if id % 2 == 0 { id as $key } else { (id as $key) << 20 };
                key.to_ne_bytes().to_vec()
            }

            fn key_bytes(key: &$key) -> Vec<u8> {
                key.to_ne_bytes().to_vec()
            }

            fn rows(&self) -> &ArrayHashMap<$key, u64> {
                self
            }

            fn rows_mut(&mut self) -> &mut ArrayHashMap<$key, u64> {
                self
            }
        }
    };
}

integer_map!(u64, "array_map_u64", Word64);
integer_map!(u32, "array_map_u32", Word32);

impl Map for StringArrayHashMap<u64> {
    const NAME: &'static str = "array_map_string";
    const KIND: KeyKind = KeyKind::String;
    type Key = Box<[u8]>;
    type Context = StringContext;

    keyed_methods!(identity,);

    fn key(id: usize) -> Vec<u8> {
        let mut key = format!("{id}/").into_bytes();
        key.resize(id % 50, b'k');
        key
    }

    fn key_bytes(key: &Box<[u8]>) -> Vec<u8> {
        key.to_vec()
    }

    fn rows(&self) -> &ArrayHashMap<Box<[u8]>, u64, StringContext> {
        self
    }

    fn rows_mut(&mut self) -> &mut ArrayHashMap<Box<[u8]>, u64, StringContext> {
        self
    }
}

/// Looks keys up by their bytes.
pub(super) struct ByBytes<M>(pub(super) core::marker::PhantomData<M>);

impl<M: Map> ArrayHashAdapter<[u8], M::Key> for ByBytes<M>
where
    M::Context: Default,
{
    fn hash(&self, bytes: &[u8]) -> u32 {
        M::Context::default().hash(&M::own(bytes))
    }

    fn eql(&self, bytes: &[u8], key: &M::Key, _index: usize) -> bool {
        M::own(bytes) == *key
    }
}
