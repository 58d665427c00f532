//! A copy of this program described anew, and read by the system. Runs under Wine too; what Wine
//! lacks is said.
#![cfg(windows)]
#![expect(clippy::print_stderr, unsafe_code, reason = "says what was not tested, asks the system")]

#[expect(dead_code, reason = "other tests use more of it")]
mod windows_scratch;

use core::ptr;
use std::path::{Path, PathBuf};
use std::process::Command;

use bun_core::{Error, err};
use bun_str::WStr;
use bun_sys::windows::rescle::{WindowsMetadata, set_windows_metadata};
use windows_scratch::Scratch;
use windows_sys::Win32::Foundation::FreeLibrary;
use windows_sys::Win32::Storage::FileSystem::{
    GetFileVersionInfoSizeW, GetFileVersionInfoW, VerQueryValueW,
};
use windows_sys::Win32::System::LibraryLoader::{
    FindResourceExW, LOAD_LIBRARY_AS_DATAFILE, LoadLibraryExW, LoadResource, LockResource,
    SizeofResource,
};

const AMERICAN_ENGLISH: u16 = 1033;

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// A copy of the program that runs.
fn program(scratch: &Scratch) -> PathBuf {
    let copy = scratch.0.join("copy.exe");
    std::fs::copy(std::env::current_exe().expect("this program"), &copy).expect("room");
    copy
}

fn write(program: &Path, metadata: WindowsMetadata<'_>) -> Result<(), Error> {
    metadata.write_to(WStr::from_slice_with_nul(&wide(program.to_str().expect("text"))))
}

/// What the system says of the version; empty when there is none.
fn version_info(program: &Path) -> Vec<u8> {
    let path = wide(program.to_str().expect("text"));
    // SAFETY: the path has a terminator; null is for an answer that is always zero.
    let len = unsafe { GetFileVersionInfoSizeW(path.as_ptr(), ptr::null_mut()) };
    let mut info = vec![0; len as usize];
    // SAFETY: the path has a terminator, and there are `len` bytes.
    let done = unsafe { GetFileVersionInfoW(path.as_ptr(), 0, len, info.as_mut_ptr().cast()) };
    if done == 0 { Vec::new() } else { info }
}

/// The part of `info` with the name, and how long it says it is.
fn part(info: &[u8], name: &str) -> Option<(usize, usize)> {
    let name = wide(name);
    let (mut found, mut len) = (ptr::null_mut(), 0);
    // SAFETY: `info` is what the system wrote; the name has a terminator; two answers are written.
    let done = unsafe {
        VerQueryValueW(info.as_ptr().cast(), name.as_ptr(), &raw mut found, &raw mut len)
    };
    (done != 0).then(|| (found.addr() - info.as_ptr().addr(), len as usize))
}

fn text(info: &[u8], key: &str) -> Option<String> {
    let (at, len) = part(info, &format!(r"\StringFileInfo\040904b0\{key}"))?;
    let units = info[at..][..len * 2].as_chunks::<2>().0;
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Some(String::from_utf16(&units).expect("pairs").trim_end_matches('\0').to_owned())
}

/// The content of a resource.
fn resource(program: &Path, kind: u16, name: u16, language: u16) -> Option<Vec<u8>> {
    let path = wide(program.to_str().expect("text"));
    // SAFETY: the path has a terminator, and nothing of the file runs.
    let module =
        unsafe { LoadLibraryExW(path.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_AS_DATAFILE) };
    assert!(!module.is_null(), "the copy is still a program");
    let [kind, name] = [kind, name].map(|id| ptr::without_provenance(usize::from(id)));
    // SAFETY: the program is loaded, and names are numbers.
    let found = unsafe { FindResourceExW(module, kind, name, language) };
    let content = (!found.is_null()).then(|| {
        // SAFETY: both are there.
        let len = unsafe { SizeofResource(module, found) } as usize;
        // SAFETY: the same.
        let loaded = unsafe { LoadResource(module, found) };
        // SAFETY: the handle was given by the call above.
        let start = unsafe { LockResource(loaded) };
        // SAFETY: the system wrote a resource of that length, which stays while it is loaded.
        unsafe { core::slice::from_raw_parts(start.cast::<u8>(), len) }.to_vec()
    });
    // SAFETY: nothing of it is used any more.
    unsafe { FreeLibrary(module) };
    content
}

fn icon(images: &[&[u8]]) -> Vec<u8> {
    let mut file = vec![0, 0, 1, 0, images.len() as u8, 0];
    let mut place = 6 + 16 * images.len();
    for image in images {
        file.extend([16, 16, 0, 0, 1, 0, 32, 0]);
        for number in [image.len() as u32, place as u32] {
            file.extend(number.to_le_bytes());
        }
        place += image.len();
    }
    file.extend(images.concat());
    file
}

#[test]
fn the_system_reads_what_was_written() {
    let scratch = Scratch::new("metadata");
    let program = program(&scratch);
    let metadata = WindowsMetadata {
        title: Some("Grüße 𐍈".as_bytes()),
        publisher: Some(b"Somebody"),
        version: Some(b"1.2.3"),
        description: Some(b"What it does"),
        copyright: Some("© nobody".as_bytes()),
        icon: None,
    };
    write(&program, metadata).expect("written");
    let info = version_info(&program);
    let expected = [
        ("ProductName", "Grüße 𐍈"),
        ("CompanyName", "Somebody"),
        ("FileDescription", "What it does"),
        ("LegalCopyright", "© nobody"),
        ("FileVersion", "1.2.3.0"),
        ("ProductVersion", "1.2.3.0"),
        ("OriginalFilename", ""),
    ];
    for (key, value) in expected {
        assert_eq!(text(&info, key).as_deref(), Some(value), "{key}");
    }
    let (at, len) = part(&info, r"\").expect("numbers");
    assert_eq!((len, &info[at + 8..][..8]), (52, &[2, 0, 1, 0, 0, 0, 3, 0][..]));

    // Again, with one text: the others stay.
    let title = WindowsMetadata { title: Some(b"New"), ..WindowsMetadata::default() };
    write(&program, title).expect("written");
    let info = version_info(&program);
    assert_eq!(text(&info, "ProductName").as_deref(), Some("New"));
    assert_eq!(text(&info, "CompanyName").as_deref(), Some("Somebody"));
    assert_eq!(text(&info, "FileVersion").as_deref(), Some("1.2.3.0"));

    // Where this program is, for the libraries beside it.
    let this = std::env::current_exe().expect("this program");
    let mut command = Command::new(&program);
    command.arg("--list").current_dir(this.parent().expect("a directory"));
    let listed = command.output().expect("the copy runs");
    assert!(listed.status.success());
    assert!(String::from_utf8_lossy(&listed.stdout).contains("the_system_reads_what_was_written"));
}

#[test]
fn an_icon_is_replaced() {
    let scratch = Scratch::new("metadata_icon");
    let program = program(&scratch);
    let set = |images: &[&[u8]]| {
        let path = scratch.file("new.ico", &icon(images));
        let metadata = WindowsMetadata { icon: Some(path.as_bytes()), ..Default::default() };
        write(&program, metadata).expect("written");
    };
    let image = |id| resource(&program, 3, id, AMERICAN_ENGLISH);
    let group = || resource(&program, 14, 1, AMERICAN_ENGLISH).expect("an icon");
    set(&[b"one", b"second"]);
    assert_eq!((image(1), image(2)), (Some(b"one".to_vec()), Some(b"second".to_vec())));
    assert_eq!(group().len(), 6 + 2 * 14);
    set(&[b"other"]);
    assert_eq!(image(1).as_deref(), Some(&b"other"[..]));
    assert_eq!(group(), [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 5, 0, 0, 0, 1, 0]);
    if image(2).is_some() {
        eprintln!("SKIPPED: removing a resource: it is still there");
    }
}

#[test]
fn what_cannot_be_done_leaves_the_program_as_it_is() {
    let scratch = Scratch::new("metadata_bad");
    let copy = program(&scratch);
    let before = std::fs::read(&copy).expect("there");
    let none = WindowsMetadata::default();
    for version in [&b""[..], b"1.2.3.4.5", b"65536", b"1.x"] {
        let outcome = write(&copy, WindowsMetadata { version: Some(version), ..none });
        assert_eq!(outcome, Err(err!(InvalidVersionFormat)));
    }
    let bad = scratch.file("bad.ico", b"\0\0\x01\0\x01\0");
    let missing = scratch.path("missing.ico");
    for path in [&bad, &missing] {
        let outcome = write(&copy, WindowsMetadata { icon: Some(path.as_bytes()), ..none });
        assert_eq!(outcome, Err(err!(FailedToSetIcon)));
    }
    let long = vec![b'x'; 70_000];
    let outcome = write(&copy, WindowsMetadata { publisher: Some(&long), ..none });
    assert_eq!(outcome, Err(err!(FailedToSetCompanyName)));
    assert!(std::fs::read(&copy).expect("there") == before, "the file is as it was");
    assert_eq!(write(&scratch.0.join("none.exe"), none), Err(err!(FailedToLoadExecutable)));
    let script = scratch.file("script.exe", b"no program");
    let script = Path::new(core::str::from_utf8(script.as_bytes()).expect("text"));
    assert_eq!(write(script, none), Err(err!(FailedToLoadExecutable)));
}

#[test]
fn a_pointer_does_as_well() {
    let scratch = Scratch::new("metadata_pointer");
    let copy = program(&scratch);
    let path = wide(copy.to_str().expect("text"));
    let title = Some(&b"By pointer"[..]);
    // SAFETY: the path ends in a zero, and nobody writes it.
    let outcome =
        unsafe { set_windows_metadata(path.as_ptr(), None, title, None, None, None, None) };
    outcome.expect("written");
    assert_eq!(text(&version_info(&copy), "ProductName").as_deref(), Some("By pointer"));
}
