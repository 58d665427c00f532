//! The memory tools as another crate sees them, with the macros expanded there.
//!
//! This crate denies unsafe code: what the macros write counts as theirs.

use bun_core::ffi::zeroed;
use bun_core::{
    AtomicCell, Hasher, IntrusiveField, bstr, bytemuck, const_format, heap, scopeguard,
};

bun_core::zeroable! {
    /// A header.
    #[repr(C)]
    struct Header {
        length: u32,
        name: [u8; 4],
    }
}
bun_core::assert_ffi_layout!(Header, 8, 4; length @ 0, name @ 4);

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Level {
    Quiet,
    Loud,
}
bun_core::unsafe_impl_atom!(Level);
bun_core::assert_ffi_discr!(Level, u8; Quiet = 0, Loud = 1);

struct Node(u8);
struct Job {
    node: Node,
}
bun_core::intrusive_field!(Job, node: Node);
bun_core::impl_field_parent! { Node => Job.node; fn job; }
bun_core::opaque_ffi! { struct Handle; }

#[test]
fn macros_expand_where_unsafe_code_is_denied() {
    static LEVEL: AtomicCell<Level> = AtomicCell::new(Level::Quiet);
    LEVEL.store(Level::Loud);
    assert_eq!(LEVEL.load(), Level::Loud);
    let header: Header = zeroed();
    assert_eq!((header.length, header.name), (0, [0; 4]));
    let mut job = Job { node: Node(3) };
    job.field_mut().0 += 1;
    assert_eq!(job.node.0, 4);
    // A function that is named, and not called.
    let up = Node::job;
    bun_core::keep_symbols!(macros_expand_where_unsafe_code_is_denied);
    bun_core::mark_binding!("Job.run");
    assert_eq!((size_of_val(&up), size_of::<Handle>()), (0, 0));
}

#[test]
fn the_crates_that_ported_code_needs_are_here() {
    let text = const_format::concatcp!("a", 1_u8);
    let guarded = scopeguard::guard(text, |_| ());
    assert_eq!(*guarded, "a1");
    let bytes: &bstr::BStr = b"abc".as_slice().into();
    assert_eq!(bytes, "abc");
    bun_core::bitflags::bitflags! {
        #[derive(PartialEq, Debug)]
        struct Flags: u8 {
            const ONE = 1;
        }
    }
    assert_eq!(Flags::from_bits(1), Some(Flags::ONE));
    assert_eq!(bytemuck::bytes_of(&1_u8), [1]);
}

#[test]
fn a_generic_hasher_takes_all_of_them() {
    fn feed(hasher: &mut (impl Hasher + ?Sized)) -> u64 {
        hasher.update(b"ab");
        hasher.finish()
    }
    let mut dynamic: Box<dyn Hasher> = Box::new(bun_wyhash::Wyhash::init(0));
    assert_eq!(feed(&mut *dynamic), bun_wyhash::hash(b"ab"));
    let released: &'static mut u8 = heap::release(Box::new(1));
    assert_eq!(bun_core::bytes(1500).to_string(), "1.50 KB");
    assert_eq!((*released, bun_core::s(b"x").to_string().as_str()), (1, "x"));
}

#[test]
#[cfg(unix)]
fn the_system_has_a_name() {
    use bun_core::ffi::{c_field_bytes, cached_uname, uname};
    let name = uname();
    assert!(!c_field_bytes(&name.sysname).is_empty());
    assert!(c_field_bytes(&name.release).iter().any(u8::is_ascii_digit));
    assert_eq!(cached_uname().machine, name.machine);
}
