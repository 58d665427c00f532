//! Lists of directories.

use super::{EnvPath, EnvPathInput};
use crate::{AutoAbsPath, DELIMITER};

#[test]
fn entries_are_trimmed_and_joined() {
    let mut list = EnvPath::new();
    for entry in [&b""[..], b"/a//", b":::", b":/b:/c:", b"/"] {
        list.append(entry).expect("memory");
    }
    list.append(b"d").expect("memory");
    let path = AutoAbsPath::from(b"/e/").expect("short");
    list.append(&path).expect("memory");
    if DELIMITER == b':' {
        assert_eq!(list.slice(), b"/a:/b:/c:d:/e");
        assert_eq!((&b"x").entry(), b"x");
    }
    let mut builder = list.path_component_builder();
    builder.append(b"f").expect("short");
    assert_eq!(builder.append(&[b'x'; crate::MAX_PATH_BYTES]).map_err(|e| e.needed > 0), Err(true));
    builder.apply().expect("memory");
    assert!(list.slice().ends_with(b"f"));
    assert!(EnvPath::init_capacity(usize::MAX).is_err());
}
