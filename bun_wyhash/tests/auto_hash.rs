//! `AutoHash` against hashes recorded from Zig, one per kind of key.

extern crate alloc;

use alloc::collections::BTreeMap;
use core::marker::PhantomData;
use core::num::NonZeroU32;
use core::ptr::NonNull;

use bun_wyhash::{AutoHash, Shape, Wyhash, auto_hash, hash};

#[derive(AutoHash)]
enum Xyz {
    #[expect(dead_code, reason = "gives the others their tags")]
    X,
    Y,
    Z,
}

#[derive(AutoHash)]
enum One {
    Only,
}

#[derive(AutoHash)]
#[repr(u16)]
enum Sparse {
    #[expect(dead_code, reason = "gives the next one its tag")]
    A = 5,
    B,
    C = 0x1234,
}

#[derive(AutoHash)]
#[repr(i32)]
enum SignedTag {
    Neg = -2,
}

#[derive(AutoHash)]
struct Mixed {
    a: u8,
    b: u64,
    c: u8,
    d: u32,
    e: u16,
}

#[derive(AutoHash)]
struct Padded {
    a: u32,
    b: u8,
}

#[derive(AutoHash)]
struct Ordered {
    a: u64,
    b: u32,
    c: u32,
}

#[derive(AutoHash)]
struct Equal {
    a: u16,
    b: u16,
    c: u8,
    d: u8,
    e: u16,
}

#[derive(AutoHash)]
#[repr(C)]
struct ExternMixed {
    a: u8,
    b: u8,
    c: u16,
    d: u32,
}

#[derive(AutoHash)]
#[repr(C)]
struct ExternPadded {
    a: u8,
    b: u32,
}

#[derive(AutoHash)]
struct Nested {
    tag: u8,
    inner: Equal,
    more: u8,
    z: u16,
    q: [u8; 4],
}

#[derive(AutoHash)]
struct NestedWide {
    a: u32,
    m: Mixed,
    b: u32,
}

#[derive(AutoHash)]
struct WithBool {
    a: u8,
    b: bool,
    c: u16,
}

#[derive(AutoHash)]
struct WithOpt {
    a: u8,
    b: Option<u64>,
    c: u16,
}

#[derive(AutoHash)]
struct WithVoid {
    a: u8,
    v: (),
    c: u16,
    d: u8,
}

#[derive(AutoHash)]
struct WithEnum {
    a: Xyz,
    b: u16,
    c: Xyz,
}

#[derive(AutoHash)]
struct Wide {
    a: u64,
    b: u128,
    c: u64,
}

#[derive(AutoHash)]
struct Empty;

#[derive(AutoHash)]
struct Tup(u8, u64, u8, u16, u32);

#[derive(AutoHash)]
struct TupEq(u8, u8, u16);

#[derive(AutoHash)]
struct TupIn {
    x: u8,
    t: (u8, u16, u8),
    y: u8,
    z: u16,
}

#[derive(AutoHash)]
struct HasTup {
    x: u8,
    t: TupEq,
    y: u8,
}

#[derive(AutoHash)]
enum U {
    None,
    Num(u32),
    Pair { a: u8, b: u16, c: u8 },
    Text([u8; 3]),
}

#[derive(AutoHash)]
#[repr(u16)]
enum USparse {
    A(u8) = 5,
    B = 300,
}

#[derive(AutoHash)]
enum UOne {
    Only(u32),
}

#[derive(AutoHash)]
struct Ch {
    c: char,
    d: u8,
}

#[derive(AutoHash)]
struct Generic<T> {
    small: u8,
    value: T,
    other: u8,
    half: u16,
    word: u32,
}

const MIXED: Mixed = Mixed { a: 1, b: 2, c: 3, d: 4, e: 5 };
const EQUAL: Equal = Equal { a: 1, b: 2, c: 3, d: 4, e: 5 };

const fn generic<T>(value: T) -> Generic<T> {
    Generic { small: 1, value, other: 3, half: 4, word: 5 }
}

/// The recorded file, and the keys that were compared with it.
struct Golden {
    expected: BTreeMap<&'static str, (u64, bool)>,
}

impl Golden {
    fn read() -> Golden {
        let lines = include_str!("data/auto_hash.txt").lines().skip(1);
        let expected = lines.map(|line| {
            let [name, hash, unique] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
            (name, (u64::from_str_radix(hash, 16).unwrap(), unique == "true"))
        });
        Golden { expected: expected.collect() }
    }

    /// Compares both ways to hash `key`, and the layout that a struct around it would see.
    fn check<K: AutoHash>(&mut self, name: &str, key: K) {
        let (expected, unique) = self.expected.remove(name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(auto_hash(&key), expected, "{name}");
        let mut hasher = Wyhash::init(0);
        key.auto_hash_into(&mut hasher);
        assert_eq!(hasher.final_(), expected, "{name}, streamed");
        assert_eq!(Shape::of_struct(&[K::SHAPE]) != Shape::STREAMED, unique, "{name}, layout");
    }

    fn finish(self) {
        assert!(self.expected.is_empty(), "not compared: {:?}", self.expected.keys());
    }
}

#[test]
fn keys_hash_as_in_zig() {
    let mut golden = Golden::read();
    scalars(&mut golden);
    arrays(&mut golden);
    structs(&mut golden);
    enums(&mut golden);
    golden.finish();
}

fn scalars(golden: &mut Golden) {
    golden.check("u8_7", 7_u8);
    golden.check("u16_0x1234", 0x1234_u16);
    golden.check("u32_42", 42_u32);
    golden.check("u64_42", 42_u64);
    golden.check("u128_big", 0x0123_4567_89ab_cdef_fedc_ba98_7654_3210_u128);
    golden.check("i8_m1", -1_i8);
    golden.check("i32_m2", -2_i32);
    golden.check("i64_m3", -3_i64);
    golden.check("i128_m4", -4_i128);
    golden.check("true", true);
    golden.check("false", false);
    golden.check("char_a", 'a');
    golden.check("char_max", char::MAX);
    golden.check("void", ());
    golden.check("opt_u32_null", None::<u32>);
    golden.check("opt_u32_5", NonZeroU32::new(5));
    golden.check("opt_opt_u8_some_null", Some(None::<u8>));
    golden.check("opt_opt_ptr_null", None::<Option<NonNull<u32>>>);

    #[cfg(target_pointer_width = "64")]
    {
        let pointer = core::ptr::without_provenance_mut::<u32>(0x1000);
        golden.check("usize_99", 99_usize);
        golden.check("ptr_0x1000", pointer);
        golden.check("opt_ptr_0x1000", NonNull::new(pointer));
        golden.check("opt_ptr_null", None::<NonNull<u32>>);
    }
    #[cfg(not(target_pointer_width = "64"))]
    for name in ["usize_99", "ptr_0x1000", "opt_ptr_0x1000", "opt_ptr_null"] {
        golden.expected.remove(name);
    }
}

fn arrays(golden: &mut Golden) {
    golden.check("arr_u8", [1_u8, 2, 3, 4, 5]);
    golden.check("arr_u8_0", [0_u8; 0]);
    golden.check("arr_u16", [1_u16, 2, 0xffee]);
    golden.check("arr_bool", [true, false, true]);
    golden.check("arr_opt", [Some(1_u8), None, Some(3)]);
    golden.check("arr_char", ['x', '\u{1f600}']);
    golden.check("arr_u32_20", core::array::from_fn::<_, 20, _>(|i| i as u32 * 0x0101_0101));
    golden.check("arr_arr", [[1_u16, 2], [3, 4]]);
}

fn structs(golden: &mut Golden) {
    golden.check("mixed", MIXED);
    golden.check("padded", Padded { a: 1, b: 2 });
    golden.check("ordered", Ordered { a: 1, b: 2, c: 3 });
    golden.check("equal", EQUAL);
    golden.check("extern_mixed", ExternMixed { a: 1, b: 2, c: 3, d: 4 });
    golden.check("extern_padded", ExternPadded { a: 1, b: 2 });
    golden.check("nested", Nested { tag: 9, inner: EQUAL, more: 8, z: 7, q: [1, 2, 3, 4] });
    golden.check("nested_wide", NestedWide { a: 6, m: MIXED, b: 7 });
    golden.check("with_bool", WithBool { a: 1, b: true, c: 3 });
    golden.check("with_opt_some", WithOpt { a: 1, b: Some(2), c: 3 });
    golden.check("with_opt_null", WithOpt { a: 1, b: None, c: 3 });
    golden.check("with_void", WithVoid { a: 1, v: (), c: 3, d: 4 });
    golden.check("with_enum", WithEnum { a: Xyz::Y, b: 2, c: Xyz::Z });
    golden.check("wide", Wide { a: 1, b: 2, c: 3 });
    golden.check("empty", Empty);
    golden.check("tup", Tup(1, 2, 3, 4, 5));
    golden.check("tup_eq", TupEq(1, 2, 3));
    golden.check("tup_in", TupIn { x: 1, t: (2, 3, 4), y: 5, z: 6 });
    golden.check("has_tup", HasTup { x: 1, t: TupEq(2, 3, 4), y: 5 });
    golden.check("ch", Ch { c: 'q', d: 1 });
    golden.check("generic_u64", generic(2_u64));
    golden.check("generic_u8", generic(2_u8));
    golden.check("generic_bool", generic(true));
}

fn enums(golden: &mut Golden) {
    golden.check("enum_y", Xyz::Y);
    golden.check("enum_one", One::Only);
    golden.check("enum_sparse_b", Sparse::B);
    golden.check("enum_sparse_c", Sparse::C);
    golden.check("enum_signed_neg", SignedTag::Neg);
    golden.check("enum_big_299", last_of_300());
    golden.check("u_none", U::None);
    golden.check("u_num", U::Num(7));
    golden.check("u_pair", U::Pair { a: 1, b: 2, c: 3 });
    golden.check("u_text", U::Text(*b"abc"));
    golden.check("u_sparse_a", USparse::A(9));
    golden.check("u_sparse_b", USparse::B);
    golden.check("u_one", UOne::Only(7));
}

/// An enum that needs a two-byte tag without saying so, at its last variant.
fn last_of_300() -> impl AutoHash {
    macro_rules! enum_of_300 {
        ($($name:ident)*) => {
            #[derive(AutoHash)]
            #[expect(dead_code, reason = "only the number of variants matters")]
            enum Big { $($name),* }
        };
    }
    enum_of_300! {
        V0 V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14
        V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26 V27 V28 V29
        V30 V31 V32 V33 V34 V35 V36 V37 V38 V39 V40 V41 V42 V43 V44
        V45 V46 V47 V48 V49 V50 V51 V52 V53 V54 V55 V56 V57 V58 V59
        V60 V61 V62 V63 V64 V65 V66 V67 V68 V69 V70 V71 V72 V73 V74
        V75 V76 V77 V78 V79 V80 V81 V82 V83 V84 V85 V86 V87 V88 V89
        V90 V91 V92 V93 V94 V95 V96 V97 V98 V99 V100 V101 V102 V103 V104
        V105 V106 V107 V108 V109 V110 V111 V112 V113 V114 V115 V116 V117 V118 V119
        V120 V121 V122 V123 V124 V125 V126 V127 V128 V129 V130 V131 V132 V133 V134
        V135 V136 V137 V138 V139 V140 V141 V142 V143 V144 V145 V146 V147 V148 V149
        V150 V151 V152 V153 V154 V155 V156 V157 V158 V159 V160 V161 V162 V163 V164
        V165 V166 V167 V168 V169 V170 V171 V172 V173 V174 V175 V176 V177 V178 V179
        V180 V181 V182 V183 V184 V185 V186 V187 V188 V189 V190 V191 V192 V193 V194
        V195 V196 V197 V198 V199 V200 V201 V202 V203 V204 V205 V206 V207 V208 V209
        V210 V211 V212 V213 V214 V215 V216 V217 V218 V219 V220 V221 V222 V223 V224
        V225 V226 V227 V228 V229 V230 V231 V232 V233 V234 V235 V236 V237 V238 V239
        V240 V241 V242 V243 V244 V245 V246 V247 V248 V249 V250 V251 V252 V253 V254
        V255 V256 V257 V258 V259 V260 V261 V262 V263 V264 V265 V266 V267 V268 V269
        V270 V271 V272 V273 V274 V275 V276 V277 V278 V279 V280 V281 V282 V283 V284
        V285 V286 V287 V288 V289 V290 V291 V292 V293 V294 V295 V296 V297 V298 V299
    }
    Big::V299
}

#[test]
fn tuples_and_newtypes_hash_like_their_parts() {
    #[derive(AutoHash)]
    #[repr(transparent)]
    struct Id<T>(u32, PhantomData<T>);

    assert_eq!(auto_hash(&(1_u8, 2_u64)), hash(&[1, 2, 0, 0, 0, 0, 0, 0, 0]));
    assert_eq!(auto_hash(&Id::<u8>(42, PhantomData)), auto_hash(&42_u32));
    assert_eq!(Id::<u8>::SHAPE, u32::SHAPE);
    assert_eq!(auto_hash(&(3_u16,)), auto_hash(&3_u16));
    let twelve = (1_u8, 2_u8, 3_u8, 4_u8, 5_u8, 6_u8, 7_u8, 8_u8, 9_u8, 10_u8, 11_u8, 12_u8);
    assert_eq!(auto_hash(&twelve), hash(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
}

#[test]
fn derive_accepts_every_form_of_item() {
    #[derive(AutoHash)]
    struct Table<'a, T: Copy, const N: usize>
    where
        T: PartialEq,
    {
        r#type: u8,
        cells: [T; N],
        owner: PhantomData<&'a str>,
    }

    #[derive(AutoHash)]
    #[repr(i8)]
    enum Level {
        Low = Self::BASE,
        Middle,
        High(u8),
    }

    impl Level {
        const BASE: i8 = -1;
    }

    #[derive(AutoHash)]
    enum Never {}

    #[derive(AutoHash)]
    #[repr(C)]
    enum CInt {
        First,
    }

    let table = Table { r#type: 1, cells: [2_u8, 3], owner: PhantomData };
    assert_eq!(auto_hash(&table), hash(&[1, 2, 3]));
    let table = Table { r#type: 1, cells: [0x0302_u16; 2], owner: PhantomData };
    assert_eq!(auto_hash(&table), hash(&[1, 2, 3, 2, 3]), "one byte of padding: as declared");
    assert_eq!(auto_hash(&Level::Low), hash(&[0xff]));
    assert_eq!(auto_hash(&Level::Middle), hash(&[0]));
    assert_eq!(auto_hash(&Level::High(9)), hash(&[1, 9]));
    assert_eq!(auto_hash(&None::<Never>), hash(b""));
    assert_eq!(auto_hash(&CInt::First), hash(&[0; 4]));
}

#[test]
fn arrays_of_integers_hash_as_their_bytes_at_every_length() {
    fn check<const N: usize>() {
        let words: [u32; N] = core::array::from_fn(|i| 0x9e37_79b9_u32.wrapping_mul(i as u32));
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        assert_eq!(auto_hash(&words), hash(&bytes), "{N} words");
        let halves: [i16; N] = words.map(|word| word as i16);
        let bytes: Vec<u8> = halves.iter().flat_map(|half| half.to_le_bytes()).collect();
        assert_eq!(auto_hash(&halves), hash(&bytes), "{N} half words");
        let bytes: [u8; N] = words.map(|word| word as u8);
        assert_eq!(auto_hash(&bytes), hash(&bytes), "{N} bytes");
    }
    check::<0>();
    check::<1>();
    check::<12>();
    check::<24>();
    check::<25>();
    check::<48>();
    check::<49>();
    check::<100>();
}

#[test]
fn layouts_follow_zig() {
    const BYTE: Shape = Shape::integer(1);
    const WORD: Shape = Shape::integer(8);
    assert!(Shape::moves_fields(&[Shape::integer(4), WORD, Shape::integer(4)]));
    assert!(!Shape::moves_fields(&[WORD, Shape::integer(4), Shape::integer(4)]));
    assert!(!Shape::moves_fields(&[BYTE, WORD]), "padding at the end");
    assert!(!Shape::moves_fields(&[BYTE; 40]), "already sorted");
    assert_eq!(Shape::of_fields_in_order(&[BYTE, WORD]), Shape::STREAMED);
    assert_eq!(Shape::of_struct(&[WORD]), WORD);
    assert_eq!(Shape::of_struct(&[Shape::ABSENT, WORD]), WORD);
    assert_eq!(Shape::of_struct(&[]), Shape::ABSENT);
    assert_eq!(WORD.align(), 8);
    let many = [&[BYTE; 24][..], &[Shape::integer(2); 4]].concat();
    assert!(std::panic::catch_unwind(|| Shape::moves_fields(&many)).is_err());
    assert!(std::panic::catch_unwind(|| Shape::integer(3)).is_err());
}
