//! The dependency graph equals the table in ARCHITECTURE.md.

extern crate alloc;

use alloc::collections::{BTreeMap, BTreeSet};
use bun_tests::source::root;
use serde_json::Value;
use std::fs;
use std::process::Command;

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Normal and target-specific dependencies between workspace members, from `cargo metadata`.
fn actual() -> Graph {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let members: BTreeSet<String> = packages.iter().map(name).collect();
    packages
        .iter()
        .map(|package| {
            let edges = package["dependencies"].as_array().expect("a list of dependencies");
            let edges = edges
                .iter()
                .filter(|edge| edge["kind"].is_null())
                .map(name)
                .filter(|dependency| members.contains(dependency))
                .collect();
            (name(package), edges)
        })
        .collect()
}

/// The rows `| crate | its dependencies | … |` below the heading "Who depends on whom".
fn documented() -> Graph {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let section = text.split("## Who depends on whom").nth(1).expect("the section exists");
    let section = section.split("\n## ").next().expect("text before the next heading");
    let code = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    section
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let mut cells = line.split('|').skip(1);
            let name = code(cells.next().expect("a crate")).remove(0);
            (name, code(cells.next().expect("its dependencies")).into_iter().collect())
        })
        .collect()
}

#[test]
fn edges_equal_the_architecture_table() {
    let (actual, documented) = (actual(), documented());
    assert!(actual.len() >= 12, "{actual:?}");
    for (name, edges) in &actual {
        assert_eq!(documented.get(name), Some(edges), "edges of {name} (left: ARCHITECTURE.md)");
    }
    assert_eq!(actual.len(), documented.len(), "ARCHITECTURE.md lists a crate that does not exist");
}

#[test]
fn library_crates_see_only_lower_levels() {
    let levels = [
        ("bun_derive", 0),
        ("bun_core_macros", 0),
        ("bun_wyhash", 1),
        ("bun_alloc", 2),
        ("bun_core", 3),
        ("bun_collections", 3),
        ("bun_str", 4),
        ("bun_paths", 5),
        ("bun_sys", 6),
        ("bun_threading", 7),
    ];
    let level: BTreeMap<&str, u32> = levels.into_iter().collect();
    for (name, edges) in actual() {
        let Some(own) = level.get(name.as_str()) else { continue };
        for edge in edges {
            assert!(level[edge.as_str()] < *own, "{name} must not depend on {edge}");
        }
    }
}
