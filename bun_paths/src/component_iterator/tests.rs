//! Walking in both directions, and the roots of Windows paths.

use alloc::vec::Vec;

use super::{Component, ComponentIterator, PathFormat};
use crate::make_path::{MakePathStep, make_path_with};

fn names(path: &str, format: PathFormat) -> (Option<&[u8]>, Vec<&[u8]>) {
    let mut it = ComponentIterator::init(path.as_bytes(), format).expect("a path with a root");
    let mut forwards = Vec::new();
    assert_eq!(it.peek_previous(), None);
    while let Some(Component { name, path: up_to }) = it.next() {
        assert!(up_to.ends_with(name) && path.as_bytes().starts_with(up_to));
        forwards.push(name);
    }
    let mut backwards = Vec::new();
    let mut component = it.last();
    assert_eq!(it.peek_next(), None);
    while let Some(Component { name, .. }) = component {
        backwards.push(name);
        component = it.previous();
    }
    backwards.reverse();
    assert_eq!(forwards, backwards, "{path}");
    assert_eq!(it.first().map(|component| component.name), forwards.first().copied());
    (it.root(), forwards)
}

#[test]
fn components() {
    let posix = |path| names(path, PathFormat::Posix);
    assert_eq!(posix("a//b/"), (None, [&b"a"[..], b"b"].to_vec()));
    assert_eq!(posix("//a\\b"), (Some(&b"//"[..]), [&br"a\b"[..]].to_vec()));
    assert_eq!(posix("/"), (Some(&b"/"[..]), Vec::new()));
    assert_eq!(posix(""), (None, Vec::new()));
    let windows = |path| names(path, PathFormat::Windows);
    assert_eq!(windows("C:\\a/b"), (Some(&br"C:\"[..]), [&b"a"[..], b"b"].to_vec()));
    assert_eq!(windows("C:a"), (Some(&b"C:"[..]), [&b"a"[..]].to_vec()));
    assert_eq!(windows("\\\\s\\h\\a"), (Some(&br"\\s\h\"[..]), [&b"a"[..]].to_vec()));
    assert_eq!(windows("/a"), (Some(&b"/"[..]), [&b"a"[..]].to_vec()));
    assert_eq!(windows("a"), (None, [&b"a"[..]].to_vec()));
    assert_eq!(windows("\\\\?"), (Some(&br"\\?"[..]), Vec::new()));
    assert_eq!(windows("\\\\.x"), (Some(&br"\\.x"[..]), Vec::new()));
    assert_eq!(windows("\\\\"), (Some(&br"\\"[..]), Vec::new()));
    for bad in [&br"\\?\C:\a"[..], br"\\.\x", br"\??\x", br"\\\s\h"] {
        let result = ComponentIterator::init(bad, PathFormat::Windows);
        assert_eq!(result.map(|_| ()).unwrap_err().name(), "BadPathName");
    }
}

#[test]
fn missing_directories_are_made_from_the_top() {
    let make = |path: &'static [u8], exists: usize| {
        let mut calls = Vec::new();
        let it = ComponentIterator::init(path, PathFormat::Posix).expect("posix");
        let result = make_path_with(it, |path: &[u8]| {
            calls.push(path);
            let depth = path.iter().filter(|byte| **byte == b'/').count();
            let made = calls.iter().filter(|call| call.len() < path.len()).count();
            match depth {
                _ if path.ends_with(b"x") => Err("refused"),
                depth if depth <= exists => Ok(MakePathStep::Exists),
                depth if depth == exists + 1 || made > 0 => Ok(MakePathStep::Created),
                _ => Ok(MakePathStep::NotFound("missing")),
            }
        });
        (result, calls)
    };
    let (result, calls) = make(b"/a/b/c", 1);
    assert_eq!((result, calls), (Ok(()), [&b"/a/b/c"[..], b"/a/b", b"/a/b/c"].to_vec()));
    assert_eq!(make(b"/", 0), (Ok(()), Vec::new()));
    assert_eq!(make(b"/a/x", 0).0, Err("refused"));
    let it = ComponentIterator::init(b"a/b".as_slice(), PathFormat::Posix).expect("posix");
    let result = make_path_with(it, |_| Ok(MakePathStep::NotFound("nowhere")));
    assert_eq!(result, Err("nowhere"));
}
