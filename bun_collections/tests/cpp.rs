//! C++ reads and writes lists, under AddressSanitizer.
//!
//! Builds the Rust half (`examples/cpp_list.rs`) as a shared library and the C++ half against it;
//! says so and passes where there is no C++ compiler.

#![cfg(all(unix, not(miri)))]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The first C++ compiler that answers.
fn compiler() -> Option<&'static str> {
    ["clang++", "g++"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok_and(|o| o.status.success()))
}

/// Builds the shared library; the path comes from Cargo's messages.
fn library() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--example", "cpp_list", "--message-format=json"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .output()
        .expect("Cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout);
    let file = messages
        .split('"')
        .find(|word| word.ends_with("libcpp_list.so") || word.ends_with("libcpp_list.dylib"))
        .expect("Cargo names the library");
    PathBuf::from(file)
}

#[test]
#[expect(clippy::print_stdout, reason = "says that nothing was tested")]
fn cpp_and_rust_agree_on_every_field() {
    let Some(compiler) = compiler() else {
        println!("SKIPPED: no C++ compiler");
        return;
    };
    let library = library();
    let folder = library.parent().expect("a file has a folder");
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cpp_list");
    let built = Command::new(compiler)
        .args(["-std=c++17", "-g", "-O1", "-Wall", "-Wextra", "-Werror"])
        .args(["-fsanitize=address", "-fno-omit-frame-pointer"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cpp/list.cpp"))
        .arg(&library)
        .arg(format!("-Wl,-rpath,{}", folder.display()))
        .arg("-o")
        .arg(&program)
        .output()
        .expect("the compiler runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let ran = Command::new(&program).output().expect("the program runs");
    let errors = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{errors}");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "agreed\n", "{errors}");
}
