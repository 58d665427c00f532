//! Making a diverging sequence short.

use super::{Area, Divergence};

/// No more sequences than this are tried.
const TRIES_MAX: usize = 20_000;

/// Makes `ops` shorter, then each operation simpler, for as long as `fails` finds a divergence.
/// Returns the result with what it shows.
///
/// First ever smaller chunks are left out, then the operations are replaced by what
/// [`Area::simplify`] offers, and again from the start until neither helps.
pub fn shrink<A: Area + ?Sized>(
    area: &A,
    mut ops: Vec<A::Op>,
    mut found: Divergence,
    fails: impl Fn(&[A::Op]) -> Option<Divergence>,
) -> (Vec<A::Op>, Divergence) {
    let mut tries = 0;
    let mut attempt = |candidate: &[A::Op]| {
        tries += 1;
        if tries > TRIES_MAX { None } else { fails(candidate) }
    };
    loop {
        let mut progress = false;
        let mut chunk = ops.len();
        while chunk > 0 {
            let mut start = 0;
            while start < ops.len() {
                let end = ops.len().min(start + chunk);
                let shorter = [&ops[..start], &ops[end..]].concat();
                if let Some(divergence) = attempt(&shorter) {
                    (ops, found, progress) = (shorter, divergence, true);
                } else {
                    start = end;
                }
            }
            chunk /= 2;
        }
        for index in 0..ops.len() {
            while let Some((simpler, divergence)) =
                area.simplify(&ops[index]).into_iter().find_map(|op| {
                    let mut candidate = ops.clone();
                    candidate[index] = op;
                    attempt(&candidate).map(|divergence| (candidate, divergence))
                })
            {
                (ops, found, progress) = (simpler, divergence, true);
            }
        }
        if !progress {
            return (ops, found);
        }
    }
}
