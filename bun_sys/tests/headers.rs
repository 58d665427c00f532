//! Our numbers and layouts against the headers of this system, read by its C compiler.
//!
//! Without a compiler the tests say so and compare nothing. Miri starts no compiler.
#![cfg(all(unix, not(miri)))]
#![expect(clippy::print_stdout, reason = "says what was skipped")]

extern crate alloc;

use alloc::collections::BTreeMap;
use core::fmt::Write as _;
use core::mem::offset_of;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs, process};

use bun_sys::elf::{Elf64_Ehdr, Elf64_Phdr, PT_DYNAMIC, PT_INTERP, PT_LOAD, PT_NOTE};
use bun_sys::net::{sockaddr_in, sockaddr_in6};
use bun_sys::{SystemErrno, posix};

/// Runs the compiler with `arguments` and `source` as its input; its output, or `None` without one.
fn cc(arguments: &[&str], source: &str) -> Option<Vec<u8>> {
    let mut compiler = Command::new(env::var_os("CC").unwrap_or("cc".into()));
    compiler.args(arguments).args(["-x", "c", "-"]);
    compiler.stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut child) = compiler.spawn() else {
        println!("SKIPPED: there is no C compiler");
        return None;
    };
    child.stdin.take().expect("a pipe").write_all(source.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{source}");
    Some(output.stdout)
}

/// What the C program that consists of `body` prints.
fn run(name: &str, includes: &str, body: &str) -> Option<String> {
    let source = format!("{includes}\nint main(void) {{\n{body}return 0;\n}}\n");
    let program: PathBuf = env::temp_dir().join(format!("bun_sys_{name}_{}", process::id()));
    cc(&["-o", program.to_str().expect("text")], &source)?;
    let output = Command::new(&program).env("LC_ALL", "C").output();
    fs::remove_file(&program).expect("it was made");
    let output = output.expect("it runs");
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).expect("text"))
}

/// Names and messages of the numbers that `<errno.h>` has.
fn errors() -> Option<BTreeMap<u16, (Vec<String>, String)>> {
    let macros = cc(&["-E", "-dM"], "#include <errno.h>\n")?;
    let mut body = String::new();
    for line in String::from_utf8(macros).expect("text").lines() {
        let Some(name) = line.strip_prefix("#define E").and_then(|it| it.split(' ').next()) else {
            continue;
        };
        // What is a macro with arguments, or none of the numbers.
        if name.contains('(') || name == "LAST" {
            continue;
        }
        writeln!(body, "printf(\"E{name} %d %s\\n\", E{name}, strerror(E{name}));").expect("room");
    }
    let includes = "#include <errno.h>\n#include <stdio.h>\n#include <string.h>";
    let mut errors = BTreeMap::<u16, (Vec<String>, String)>::new();
    for line in run("errors", includes, &body)?.lines() {
        let [name, number, message] =
            line.splitn(3, ' ').collect::<Vec<_>>().try_into().expect("three parts");
        let entry = errors.entry(number.parse().expect("a number")).or_default();
        entry.0.push(name.to_owned());
        entry.1 = message.to_owned();
    }
    assert!(errors.len() > 90, "{errors:?}");
    Some(errors)
}

#[test]
fn every_error_of_the_header_has_its_name() {
    let Some(errors) = errors() else { return };
    for (&number, (names, _)) in &errors {
        let ours = SystemErrno::from_raw(number).name().unwrap_or("none");
        assert!(names.iter().any(|name| name == ours), "{number} is {names:?}, not {ours}");
    }
    let only_ours: Vec<_> = (1..SystemErrno::MAX)
        .filter(|number| !errors.contains_key(number))
        .filter_map(|number| SystemErrno::from_raw(number).name())
        .collect();
    // Second names of other numbers, under numbers that no call returns.
    let expected: &[&str] =
        if cfg!(target_os = "linux") { &["EWOULDBLOCK", "EDEADLOCK"] } else { &[] };
    assert_eq!(only_ours, expected);
}

#[test]
fn messages_are_those_of_the_c_library() {
    // Elsewhere they are wordier, or the library has words of its own.
    if !cfg!(all(target_os = "linux", target_env = "gnu")) {
        return;
    }
    let Some(errors) = errors() else { return };
    for (&number, (names, message)) in &errors {
        let errno = SystemErrno::from_raw(number);
        if errno != SystemErrno::ENOTSUP {
            assert_eq!(errno.message(), message, "{names:?}");
        }
    }
}

/// One line for each number: a name for people, ours, and what it is in C.
struct Numbers(Vec<(&'static str, usize)>);

impl Numbers {
    fn check(self, name: &str, includes: &str) {
        let mut body = String::new();
        for (c, _) in &self.0 {
            writeln!(body, "printf(\"%zu\\n\", (size_t)({c}));").expect("room");
        }
        let includes = format!("#include <stddef.h>\n#include <stdio.h>\n{includes}");
        let Some(output) = run(name, &includes, &body) else { return };
        let theirs: Vec<usize> = output.lines().map(|it| it.parse().expect("a number")).collect();
        assert_eq!(theirs.len(), self.0.len());
        for ((c, ours), theirs) in self.0.into_iter().zip(theirs) {
            assert_eq!(ours, theirs, "{c}");
        }
    }
}

macro_rules! layout {
    ($ours:ident $theirs:literal { $($field:ident $c:literal)* }) => {
        vec![
            (concat!("sizeof(", $theirs, ")"), size_of::<$ours>()),
            $((concat!("offsetof(", $theirs, ", ", $c, ")"), offset_of!($ours, $field)),)*
        ]
    };
}

#[test]
fn addresses_are_laid_out_as_in_c() {
    let mut numbers = layout! { sockaddr_in "struct sockaddr_in" {
        family "sin_family" port "sin_port" addr "sin_addr" zero "sin_zero"
    } };
    numbers.extend(layout! { sockaddr_in6 "struct sockaddr_in6" {
        family "sin6_family" port "sin6_port" flowinfo "sin6_flowinfo" addr "sin6_addr"
        scope_id "sin6_scope_id"
    } });
    numbers.extend([
        ("INET_ADDRSTRLEN", posix::INET_ADDRSTRLEN),
        ("INET6_ADDRSTRLEN", posix::INET6_ADDRSTRLEN),
        ("AF_INET", posix::AF::INET as usize),
        ("AF_INET6", posix::AF::INET6 as usize),
    ]);
    Numbers(numbers).check("addresses", "#include <netinet/in.h>\n#include <sys/socket.h>");
}

#[test]
fn segments_are_laid_out_as_in_c() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let mut numbers = layout! { Elf64_Ehdr "Elf64_Ehdr" {
        e_ident "e_ident" e_type "e_type" e_machine "e_machine" e_version "e_version"
        e_entry "e_entry" e_phoff "e_phoff" e_shoff "e_shoff" e_flags "e_flags"
        e_ehsize "e_ehsize" e_phentsize "e_phentsize" e_phnum "e_phnum"
        e_shentsize "e_shentsize" e_shnum "e_shnum" e_shstrndx "e_shstrndx"
    } };
    numbers.extend(layout! { Elf64_Phdr "Elf64_Phdr" {
        p_type "p_type" p_flags "p_flags" p_offset "p_offset" p_vaddr "p_vaddr" p_paddr "p_paddr"
        p_filesz "p_filesz" p_memsz "p_memsz" p_align "p_align"
    } });
    numbers.extend([
        ("PT_LOAD", PT_LOAD as usize),
        ("PT_DYNAMIC", PT_DYNAMIC as usize),
        ("PT_INTERP", PT_INTERP as usize),
        ("PT_NOTE", PT_NOTE as usize),
    ]);
    Numbers(numbers).check("segments", "#include <elf.h>");
}
