//! Passes on what the report says about its own build.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=RUSTFLAGS");
    let rustc = env::var_os("RUSTC").expect("Cargo sets RUSTC");
    let output = Command::new(rustc).arg("--version").output().expect("rustc just compiled this");
    let version = String::from_utf8_lossy(&output.stdout);
    println!("cargo::rustc-env=BENCH_RUSTC={}", version.trim());
    // Cargo separates the flags by the unit separator.
    let flags = env::var_os("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let flags = flags.to_string_lossy().replace('\x1f', " ");
    println!("cargo::rustc-env=BENCH_RUSTFLAGS={flags}");
    let profile = env::var_os("PROFILE").unwrap_or_default();
    println!("cargo::rustc-env=BENCH_PROFILE={}", profile.to_string_lossy());
    compile_highway();
}

/// Compiles `highway/` if Highway (`libhwy-dev`) and a C++ compiler are there.
fn compile_highway() {
    println!("cargo::rerun-if-changed=highway");
    println!("cargo::rerun-if-env-changed=CXX");
    println!("cargo::rustc-check-cfg=cfg(have_highway)");
    // Without its headers the compiler fails, and the rows do without.
    let built = cc::Build::new()
        .cpp(true)
        .std("c++17")
        .opt_level(3)
        .flag("-fno-exceptions")
        .warnings(false)
        .cargo_warnings(false)
        .include("highway")
        .file("highway/scan.cpp")
        .try_compile("bench_highway");
    if built.is_ok() {
        println!("cargo::rustc-link-lib=hwy");
        println!("cargo::rustc-cfg=have_highway");
    }
}
