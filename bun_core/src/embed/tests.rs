//! Files are read once, and a missing one says what to do.

use super::{EmbedKind, embedded, runtime_embed_file};
use alloc::string::String;
use std::panic::catch_unwind;

fn message_of(f: impl FnOnce() -> &'static str + core::panic::UnwindSafe) -> String {
    *catch_unwind(f).expect_err("no such file").downcast::<String>().expect("a message")
}

#[test]
fn a_file_is_read_once() {
    let read = || embedded(EmbedKind::SrcEager, Some(env!("CARGO_MANIFEST_DIR")), "src/hash.rs");
    let first = read();
    assert!(first.starts_with("//! xxHash-64"));
    assert!(core::ptr::eq(first, read()));
}

#[test]
fn a_missing_file_is_named() {
    let message = message_of(|| embedded(EmbedKind::Codegen, Some("/nowhere"), "a.js"));
    assert!(message.contains("Failed to load '/nowhere/a.js'"), "{message}");
    assert!(message.contains("codegen_embed"), "{message}");
    let message = message_of(|| runtime_embed_file(EmbedKind::Codegen, "b.js"));
    assert!(message.contains("BUN_CODEGEN_DIR is not set"), "{message}");
}
