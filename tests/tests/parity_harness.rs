//! The harness has to be able to fail: planted mistakes are found, made short and logged.

use std::fs;
use std::path::PathBuf;

use bun_tests::parity::areas::OneShot;
use bun_tests::parity::{Area, Budget, Bytes, Check, Divergence, Log, Report, explore};
use bun_tests::prng::{Prng, Swarm};

fn budget(sequences: u64) -> Budget {
    Budget { sequences, time: None, seed: 1 }
}

/// A log of its own for each test, empty at first.
fn log(name: &str) -> Log {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.parity.log"));
    if path.exists() {
        fs::remove_file(&path).expect("the log of an earlier run is ours");
    }
    Log::at(path)
}

fn assert_logged(report: &Report, log: &Log) {
    let text = fs::read_to_string(log.path()).expect("a finding was logged");
    for finding in &report.findings {
        assert!(text.contains(&finding.to_string()), "{finding} is missing in\n{text}");
        assert!(text.contains(&format!("BUN_PARITY_SEED={:#x}", finding.seed)));
    }
}

#[test]
fn a_wrong_hash_at_one_length_is_found_and_shrunk() {
    let area = OneShot::new("planted", bun_wyhash::hash_with_seed, |seed, bytes| {
        bun_wyhash::hash_with_seed(seed, bytes) ^ u64::from(bytes.len() == 17)
    });
    let log = log("wrong_hash");
    let report = explore(&area, &budget(2000), &log);

    let first = report.findings.first().expect("length 17 occurs in 2000 sequences");
    assert_eq!(first.divergence.what, "hash");
    let zeros = "\\x00".repeat(17);
    assert_eq!(first.ops, [format!("Input {{ seed: 0, bytes: b\"{zeros}\" }}")]);
    assert_logged(&report, &log);

    // The seed alone brings it back.
    let again = explore(&area, &Budget { seed: first.seed, ..budget(1) }, &log);
    assert_eq!(again.findings[0].ops, first.ops);
}

#[test]
fn a_correct_pair_shows_nothing() {
    let area = OneShot::new("correct", bun_wyhash::hash_with_seed, bun_wyhash::hash_with_seed);
    let log = log("correct");
    let report = explore(&area, &budget(500), &log);
    assert_eq!((report.sequences, report.findings.len()), (500, 0));
    assert!(report.comparisons >= 500 && report.steps == report.comparisons);
    assert!(!log.path().exists());
}

/// A stack that loses its bottom element when it pops for the third time since it was cleared.
struct LossyStack;

#[derive(Clone, Debug, PartialEq)]
enum Op {
    Push(Bytes),
    Pop,
    Clear,
    Explode(u8),
}

impl Area for LossyStack {
    type Op = Op;

    fn name(&self) -> &'static str {
        "lossy_stack"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let swarm = Swarm::draw(random, &[8, 4, 1]);
        (0..random.within(1..=60))
            .map(|_| match swarm.pick(random) {
                0 => Op::Push(Bytes(random.edgy_bytes(5))),
                1 => Op::Pop,
                _ => Op::Clear,
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let (mut right, mut lossy) = (Vec::new(), Vec::new());
        let mut pops = 0;
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            match op {
                Op::Push(bytes) => {
                    right.push(bytes.clone());
                    lossy.push(bytes.clone());
                }
                Op::Pop => {
                    pops += usize::from(!right.is_empty());
                    check.same("popped", right.pop(), lossy.pop())?;
                    if pops == 3 && !lossy.is_empty() {
                        lossy.remove(0);
                    }
                }
                Op::Clear => {
                    right.clear();
                    lossy.clear();
                    pops = 0;
                }
                Op::Explode(3) => panic!("three"),
                Op::Explode(_) => {}
            }
            check.same("len", right.len(), lossy.len())?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match op {
            Op::Push(bytes) => bytes.simpler().into_iter().map(Op::Push).collect(),
            Op::Pop | Op::Clear | Op::Explode(_) => vec![],
        }
    }
}

#[test]
fn a_mistake_that_needs_a_history_shrinks_to_that_history() {
    let log = log("history");
    let report = explore(&LossyStack, &budget(300), &log);
    assert!(!report.findings.is_empty());
    for finding in &report.findings {
        let count = |name| finding.ops.iter().filter(|op| op.starts_with(name)).count();
        assert_eq!((count("Push(b\"\")"), count("Pop"), finding.ops.len()), (4, 3, 7));
        assert_eq!(finding.divergence.what, "len");
        assert!(finding.generated >= 7);
    }
    assert_logged(&report, &log);
}

/// [`LossyStack`] driven by one fixed sequence.
struct Exploding;

impl Area for Exploding {
    type Op = Op;

    fn name(&self) -> &'static str {
        "exploding"
    }

    fn generate(&self, _random: &mut Prng) -> Vec<Op> {
        vec![Op::Pop, Op::Explode(1), Op::Explode(3), Op::Pop]
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        LossyStack.run(ops, check)
    }

    fn simplify(&self, _op: &Op) -> Vec<Op> {
        vec![]
    }
}

#[test]
fn a_panic_is_a_divergence() {
    let log = log("panic");
    let report = explore(&Exploding, &budget(1), &log);
    let [finding] = &report.findings[..] else { panic!("one finding, not {report:?}") };
    assert_eq!((finding.divergence.what, finding.divergence.rust.as_str()), ("panic", "three"));
    assert_eq!(finding.ops, ["Explode(3)"]);
    assert_logged(&report, &log);
}
