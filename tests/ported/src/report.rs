//! Prints what was found.

use bun_core::{Error, Output, fmt, pretty, prettyln};

use crate::groups::{Duplicates, duplicate_fields};

/// What there is to say besides the duplicates themselves.
pub(crate) struct Summary {
    pub(crate) files_scanned: usize,
    /// Whether everything could be read.
    pub(crate) complete: bool,
}

/// Prints the paths, groups separated by an empty line, and nothing else.
pub(crate) fn print_plain(duplicates: &Duplicates<'_>) -> Result<(), Error> {
    let writer = Output::writer_buffered();
    for rows in groups(duplicates) {
        if rows.start != 0 {
            writer.write_all(b"\n")?;
        }
        for path in &duplicates.items::<duplicate_fields::path>()[rows] {
            writer.write_all(path)?;
            writer.write_all(b"\n")?;
        }
    }
    writer.flush()
}

/// Prints a table with a line for each file and a summary below it.
pub(crate) fn print_table(duplicates: &Duplicates<'_>, summary: &Summary) -> Result<(), Error> {
    let columns = duplicates.columns();
    let (mut group_count, mut wasted_total) = (0_usize, 0_u64);
    for rows in groups(duplicates) {
        if group_count == 0 {
            prettyln!("<b>{:>12} {:>12} {:>6}  PATH<r>", "WASTED", "SIZE", "FILES");
        }
        let (wasted, size) = (columns.wasted[rows.start], columns.size[rows.start]);
        group_count += 1;
        wasted_total = wasted_total.saturating_add(wasted);
        pretty!("<yellow>{:>12}<r> {:>12} {:>6}  ", text(wasted), text(size), rows.len());
        for row in rows.clone() {
            if row != rows.start {
                pretty!("{:>34}", "");
            }
            print_path(columns.path[row])?;
        }
    }
    let extra = duplicates.len() - group_count;
    if group_count != 0 {
        prettyln!("");
    }
    prettyln!(
        "<b>{}<r> duplicates in <b>{}<r> groups waste <b>{}<r> <d>({} files scanned)<r>",
        extra,
        group_count,
        text(wasted_total),
        summary.files_scanned
    );
    if !summary.complete {
        Output::warn!("some files or directories could not be read: see above");
    }
    Ok(())
}

fn text(size: u64) -> String {
    fmt::bytes(usize::try_from(size).unwrap_or(usize::MAX)).to_string()
}

/// Prints a path as it is, except that a terminal is not sent control characters.
fn print_path(path: &[u8]) -> Result<(), Error> {
    let writer = Output::writer_buffered();
    if Output::is_stdout_tty() {
        let harmless: Vec<u8> =
            path.iter().map(|&byte| if byte.is_ascii_control() { b'?' } else { byte }).collect();
        writer.write_all(&harmless)?;
    } else {
        writer.write_all(path)?;
    }
    writer.write_all(b"\n")
}

/// The ranges of rows that belong together.
fn groups(duplicates: &Duplicates<'_>) -> impl Iterator<Item = core::ops::Range<usize>> {
    let group = duplicates.items::<duplicate_fields::group>();
    let mut start = 0;
    group.chunk_by(|a, b| a == b).map(move |rows| {
        let range = start..start + rows.len();
        start = range.end;
        range
    })
}
