//! Compiles `oracle/root.zig` with Zig 0.15.2 into a static library, when that compiler is here.
//!
//! Zig is looked for as `$ZIG`, then `zig` on `PATH`, then `python3 -m ziglang`. Without it, under
//! Miri, for a target Zig has no name for, or with `BUN_NO_ZIG=1`, the crate builds all the same
//! and `Oracle::find` returns `None`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The release whose standard library the crates reproduce.
const ZIG_VERSION: &str = "0.15.2";

fn main() {
    for name in ["ZIG", "BUN_NO_ZIG", "PATH"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=oracle");
    let sources = fs::read_dir("oracle").expect("the crate has a folder `oracle`");
    for source in sources {
        let path = source.expect("a readable folder entry").path();
        println!("cargo::rerun-if-changed={}", path.display());
    }
    println!("cargo::rustc-check-cfg=cfg(have_zig)");

    let Some(triple) = zig_triple() else { return };
    if env::var_os("BUN_NO_ZIG").is_some_and(|value| value == "1") || cargo_cfg("MIRI").is_some() {
        return;
    }
    let Some(zig) = Zig::find() else { return };
    let out_dir = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR"));
    zig.compile(&out_dir, &triple, &Variant::BASELINE);
    if env::var_os("CARGO_FEATURE_NATIVE").is_some() {
        zig.compile(&out_dir, &triple, &Variant::NATIVE);
    }
    println!("cargo::rustc-link-search=native={}", out_dir.display());
    println!("cargo::rustc-cfg=have_zig");
}

/// A command that runs Zig: the program and the arguments before Zig's own.
struct Zig(Vec<OsString>);

/// One way to compile the oracle.
struct Variant {
    library: &'static str,
    cpu: &'static str,
    /// What the name of every exported function begins with.
    prefix: &'static str,
}

impl Variant {
    const BASELINE: Self = Self { library: "zig_oracle", cpu: "baseline", prefix: "zig_" };
    const NATIVE: Self =
        Self { library: "zig_oracle_native", cpu: "native", prefix: "zig_native_" };
}

impl Zig {
    /// The first candidate that says it is the right version.
    fn find() -> Option<Self> {
        let named = env::var_os("ZIG").filter(|path| !path.is_empty()).map(|path| vec![path]);
        let on_path = vec!["zig".into()];
        let of_python = vec!["python3".into(), "-m".into(), "ziglang".into()];
        [named, Some(on_path), Some(of_python)].into_iter().flatten().map(Self).find(Self::is_right)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.0[0]);
        command.args(&self.0[1..]);
        command
    }

    fn is_right(&self) -> bool {
        let output = self.command().arg("version").output();
        output.is_ok_and(|output| output.stdout.trim_ascii() == ZIG_VERSION.as_bytes())
    }

    fn compile(&self, out_dir: &Path, triple: &str, variant: &Variant) {
        let options = out_dir.join(format!("{}_options.zig", variant.library));
        fs::write(&options, format!("pub const prefix = \"{}\";\n", variant.prefix))
            .expect("OUT_DIR is writable");
        let library = out_dir.join(library_file_name(variant.library));
        let argument = |start: &str, path: &Path| {
            let mut argument = OsString::from(start);
            argument.push(path);
            argument
        };
        let output = self
            .command()
            .args(["build-lib", "-static", "-O", "ReleaseFast", "-fPIC", "-fstrip"])
            // Rust brings the compiler runtime. A second one would replace libc's `memcpy`.
            .args(["-fno-compiler-rt", "-fno-ubsan-rt", "-fno-stack-check", "-lc"])
            .args(["--name", variant.library, "-target", triple])
            .arg(format!("-mcpu={}", variant.cpu))
            .arg(argument("-femit-bin=", &library))
            .arg("--cache-dir")
            .arg(out_dir.join("zig-cache"))
            .arg("--global-cache-dir")
            .arg(out_dir.join("zig-global-cache"))
            .args(["--dep", "options", "-Mroot=oracle/root.zig"])
            .arg(argument("-Moptions=", &options))
            .output()
            .expect("this Zig ran a moment ago");
        assert!(
            output.status.success(),
            "Zig rejects the oracle:\n{}",
            String::from_utf8_lossy(&output.stderr),
        );
        println!("cargo::rustc-link-lib=static={}", variant.library);
    }
}

fn cargo_cfg(name: &str) -> Option<String> {
    env::var_os(format!("CARGO_CFG_{name}")).and_then(|value| value.into_string().ok())
}

/// Zig's name of the target, or `None` when the oracle is not offered for it.
///
/// Every offered target passes two-word structs by value as two words, which the slices that
/// cross the boundary rely on.
fn zig_triple() -> Option<String> {
    let architecture = cargo_cfg("TARGET_ARCH")?;
    let abi = match (architecture.as_str(), cargo_cfg("TARGET_OS")?.as_str()) {
        ("x86_64" | "aarch64", "linux") => match cargo_cfg("TARGET_ENV")?.as_str() {
            "musl" => "linux-musl",
            _ => "linux-gnu",
        },
        ("x86_64" | "aarch64", "macos") => "macos-none",
        _ => return None,
    };
    Some(format!("{architecture}-{abi}"))
}

fn library_file_name(library: &str) -> String {
    format!("lib{library}.a")
}
