//! `std.hash.autoHash` and the two `getAutoHashFn`s, for a key type of every shape.

use bun_wyhash::{AutoHash, Wyhash, auto_hash};
use zig_oracle::{AutoKind, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::Prng;

/// A key: the type, and the words from which both sides make the value.
#[derive(Clone, Debug)]
pub(super) struct Key {
    kind: AutoKind,
    words: [u64; 4],
}

pub(super) struct AutoHashArea {
    zig: Oracle,
}

impl AutoHashArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

impl Area for AutoHashArea {
    type Op = Key;

    fn name(&self) -> &'static str {
        "auto_hash"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Key> {
        (0..random.within(1..=8))
            .map(|_| Key {
                kind: random.choose(&AutoKind::ALL),
                words: core::array::from_fn(|_| random.edgy_word()),
            })
            .collect()
    }

    fn run(&self, ops: &[Key], check: &mut Check) -> Result<(), Divergence> {
        for (step, Key { kind, words }) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.zig.auto_hash(*kind, words);
            let rust = auto_hash_of(*kind, words);
            check.same("autoHash", zig.auto, rust)?;
            check.same("hash of a HashMap", zig.map, rust)?;
            check.same("hash of an ArrayHashMap", zig.array_map, rust as u32)?;
        }
        Ok(())
    }

    fn simplify(&self, Key { kind, words }: &Key) -> Vec<Key> {
        let mut simpler = Vec::new();
        for index in 0..words.len() {
            for word in [0, 1, words[index] >> 8] {
                if word < words[index] {
                    let mut words = *words;
                    words[index] = word;
                    simpler.push(Key { kind: *kind, words });
                }
            }
        }
        simpler
    }
}

#[derive(AutoHash)]
#[repr(u8)]
enum Sized {
    One = 1,
    Seven = 7,
    Many = 200,
}

#[derive(AutoHash)]
enum Bare {
    X,
    Y,
    Z,
}

#[derive(AutoHash)]
struct Padded {
    a: u8,
    b: u32,
}

#[derive(AutoHash)]
struct Reordered {
    a: u32,
    b: u64,
    c: u32,
}

#[derive(AutoHash)]
struct Nested {
    head: u8,
    inner: Reordered,
    tail: u16,
}

#[derive(AutoHash)]
struct WithOptional {
    id: u64,
    extra: Option<u32>,
}

#[derive(AutoHash)]
struct Flags {
    a: bool,
    b: bool,
    count: u8,
}

#[derive(AutoHash)]
enum Union {
    None,
    Small(u8),
    Word(u32),
    Wide(Reordered),
}

#[derive(AutoHash)]
struct Location {
    column: u16,
    file: u32,
    kind: Sized,
    flags: u8,
}

#[derive(AutoHash)]
struct BareLocation {
    column: u16,
    file: u32,
    kind: Bare,
    flags: u8,
}

#[derive(AutoHash)]
enum Lonely {
    Only,
}

#[derive(AutoHash)]
#[repr(u16)]
enum Wide {
    Low = 3,
    High = 40_000,
}

#[derive(AutoHash)]
struct Holder {
    wide: Wide,
    inner: [Reordered; 2],
    lonely: Lonely,
    pair: (Option<u8>, Bare),
}

#[derive(AutoHash)]
#[repr(C)]
struct Extern {
    a: u32,
    b: u32,
    c: u64,
}

/// Returns our hash of the key that `words` give for a type; [`AutoKind`] has the rules.
#[must_use]
pub fn auto_hash_of(kind: AutoKind, words: &[u64; 4]) -> u64 {
    let mut words = Words { words, next: 0 };
    match kind {
        AutoKind::U8 => of::<u8>(&mut words),
        AutoKind::U16 => of::<u16>(&mut words),
        AutoKind::U32 => of::<u32>(&mut words),
        AutoKind::U64 => of::<u64>(&mut words),
        AutoKind::U128 => of::<u128>(&mut words),
        AutoKind::Usize => of::<usize>(&mut words),
        AutoKind::I8 => of::<i8>(&mut words),
        AutoKind::I16 => of::<i16>(&mut words),
        AutoKind::I32 => of::<i32>(&mut words),
        AutoKind::I64 => of::<i64>(&mut words),
        AutoKind::I128 => of::<i128>(&mut words),
        AutoKind::Bool => of::<bool>(&mut words),
        AutoKind::Sized => of::<Sized>(&mut words),
        AutoKind::Bare => of::<Bare>(&mut words),
        AutoKind::OptionalU32 => of::<Option<u32>>(&mut words),
        AutoKind::FourBytes => of::<[u8; 4]>(&mut words),
        AutoKind::ThreeWords => of::<[u32; 3]>(&mut words),
        AutoKind::Padded => of::<Padded>(&mut words),
        AutoKind::Reordered => of::<Reordered>(&mut words),
        AutoKind::Nested => of::<Nested>(&mut words),
        AutoKind::WithOptional => of::<WithOptional>(&mut words),
        AutoKind::Flags => of::<Flags>(&mut words),
        AutoKind::Union => of::<Union>(&mut words),
        AutoKind::TwoPadded => of::<[Padded; 2]>(&mut words),
        AutoKind::OptionalBare => of::<Option<Bare>>(&mut words),
        AutoKind::TwoOptionals => of::<[Option<u16>; 2]>(&mut words),
        AutoKind::PaddedTuple => of::<(u32, u8)>(&mut words),
        AutoKind::WordTuple => of::<(u64, u64)>(&mut words),
        AutoKind::MixedTuple => of::<(u32, u64, u32)>(&mut words),
        AutoKind::Location => of::<Location>(&mut words),
        AutoKind::BareLocation => of::<BareLocation>(&mut words),
        AutoKind::Lonely => of::<Lonely>(&mut words),
        AutoKind::Wide => of::<Wide>(&mut words),
        AutoKind::Holder => of::<Holder>(&mut words),
        AutoKind::Extern => of::<Extern>(&mut words),
        AutoKind::Bools => of::<[bool; 3]>(&mut words),
        AutoKind::NoElements => of::<[u32; 0]>(&mut words),
        AutoKind::Nothing => of::<()>(&mut words),
    }
}

/// Makes the key and hashes it.
fn of<T: Fill + AutoHash>(words: &mut Words<'_>) -> u64 {
    let key = T::fill(words);
    let mut hasher = Wyhash::init(0);
    key.auto_hash_into(&mut hasher);
    let hash = auto_hash(&key);
    assert_eq!(hash, hasher.final_(), "both ways to hash a key agree");
    hash
}

/// The words of a key, taken in turn and again from the start.
struct Words<'a> {
    words: &'a [u64; 4],
    next: usize,
}

impl Words<'_> {
    fn take(&mut self) -> u64 {
        let word = self.words[self.next % 4];
        self.next += 1;
        word
    }
}

/// A value that words give.
trait Fill {
    fn fill(words: &mut Words<'_>) -> Self;
}

macro_rules! fill_with_low_bits {
    ($($integer:ty)*) => {$(
        impl Fill for $integer {
            fn fill(words: &mut Words<'_>) -> Self {
                words.take() as $integer
            }
        }
    )*};
}

fill_with_low_bits!(u8 u16 u32 u64 usize i8 i16 i32 i64);

impl Fill for u128 {
    fn fill(words: &mut Words<'_>) -> Self {
        let low = words.take();
        Self::from(words.take()) << 64 | Self::from(low)
    }
}

impl Fill for i128 {
    fn fill(words: &mut Words<'_>) -> Self {
        u128::fill(words).cast_signed()
    }
}

impl Fill for bool {
    fn fill(words: &mut Words<'_>) -> Self {
        words.take() & 1 == 1
    }
}

impl<T: Fill> Fill for Option<T> {
    fn fill(words: &mut Words<'_>) -> Self {
        (!words.take().is_multiple_of(4)).then(|| T::fill(words))
    }
}

impl<T: Fill, const N: usize> Fill for [T; N] {
    fn fill(words: &mut Words<'_>) -> Self {
        core::array::from_fn(|_| T::fill(words))
    }
}

impl Fill for () {
    fn fill(_: &mut Words<'_>) -> Self {}
}

impl<A: Fill, B: Fill, C: Fill> Fill for (A, B, C) {
    fn fill(words: &mut Words<'_>) -> Self {
        (A::fill(words), B::fill(words), C::fill(words))
    }
}

impl<A: Fill, B: Fill> Fill for (A, B) {
    fn fill(words: &mut Words<'_>) -> Self {
        (A::fill(words), B::fill(words))
    }
}

macro_rules! fill_with_a_variant {
    ($($enumeration:ident: $($variant:ident)*;)*) => {$(
        impl Fill for $enumeration {
            fn fill(words: &mut Words<'_>) -> Self {
                let variants = [$(|| Self::$variant),*];
                variants[(words.take() % variants.len() as u64) as usize]()
            }
        }
    )*};
}

fill_with_a_variant! {
    Sized: One Seven Many;
    Bare: X Y Z;
    Lonely: Only;
    Wide: Low High;
}

macro_rules! fill_every_field {
    ($($structure:ident: $($field:ident)*;)*) => {$(
        impl Fill for $structure {
            fn fill(words: &mut Words<'_>) -> Self {
                // Struct expressions evaluate their fields as written.
                Self { $($field: Fill::fill(words)),* }
            }
        }
    )*};
}

fill_every_field! {
    Padded: a b;
    Reordered: a b c;
    Nested: head inner tail;
    WithOptional: id extra;
    Flags: a b count;
    Location: column file kind flags;
    BareLocation: column file kind flags;
    Holder: wide inner lonely pair;
    Extern: a b c;
}

impl Fill for Union {
    fn fill(words: &mut Words<'_>) -> Self {
        match words.take() % 4 {
            0 => Self::None,
            1 => Self::Small(Fill::fill(words)),
            2 => Self::Word(Fill::fill(words)),
            _ => Self::Wide(Fill::fill(words)),
        }
    }
}
