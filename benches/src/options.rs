//! The command line.

use std::path::{Path, PathBuf};

use crate::measure::Plan;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Times our code beside Zig and the best crates.

usage: cargo run --release -p bun_benches -- [options]

  --quick           shorter samples and fewer rounds
  --filter SUBSTR   only rows whose group/name contains SUBSTR
  --list            print the rows and stop
  --check           verify every answer and stop, without timing
  --native          also build and run with -C target-cpu=native, as a second column
  --json PATH       where to write the data   (benches/report/report.json)
  --html PATH       where to write the page   (benches/report/report.html)
  --help            print this
";

/// What to do with the rows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mode {
    /// Time them.
    Measure,
    /// Verify their answers.
    Check,
    /// Print their names.
    List,
    /// Print the usage.
    Help,
}

/// A parsed command line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Options {
    pub(crate) mode: Mode,
    pub(crate) quick: bool,
    pub(crate) native: bool,
    pub(crate) filter: Option<String>,
    pub(crate) json: PathBuf,
    pub(crate) html: PathBuf,
}

impl Options {
    /// Parses the arguments after the program's name.
    ///
    /// # Errors
    ///
    /// A sentence about an unknown option or a missing value.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("report");
        let mut options = Self {
            mode: Mode::Measure,
            quick: false,
            native: false,
            filter: None,
            json: folder.join("report.json"),
            html: folder.join("report.html"),
        };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--quick" => options.quick = true,
                "--native" => options.native = true,
                "--list" => options.mode = Mode::List,
                "--check" => options.mode = Mode::Check,
                "--help" | "-h" => options.mode = Mode::Help,
                "--filter" => options.filter = Some(value()?),
                "--json" => options.json = value()?.into(),
                "--html" => options.html = value()?.into(),
                // What `cargo bench` and `cargo test` add for their own harness.
                "--bench" | "--test" => {}
                unknown => return Err(format!("unknown option {unknown}")),
            }
        }
        Ok(options)
    }

    /// Returns how long and how often to sample.
    pub(crate) fn plan(&self) -> Plan {
        if self.quick {
            Plan { sample_ns: 500_000, rounds: 7 }
        } else {
            Plan { sample_ns: 1_500_000, rounds: 21 }
        }
    }

    /// Returns whether the filter lets `id` through.
    pub(crate) fn selects(&self, id: &str) -> bool {
        self.filter.as_ref().is_none_or(|filter| id.contains(filter))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Options};

    fn parse(arguments: &[&str]) -> Result<Options, String> {
        Options::parse(arguments.iter().map(|&argument| argument.to_owned()))
    }

    #[test]
    fn options_are_independent() {
        let options = parse(&["--quick", "--filter", "tput", "--json", "x.json"]).expect("valid");
        assert_eq!((options.quick, options.native, options.mode), (true, false, Mode::Measure));
        assert!(options.selects("hash/tput 3 B") && !options.selects("hash/lat 3 B"));
        assert_eq!(options.json.to_str(), Some("x.json"));
        assert!(options.html.ends_with("report/report.html"));
        assert!(parse(&[]).expect("valid").selects("anything"));
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(parse(&["--fast"]), Err("unknown option --fast".to_owned()));
        assert_eq!(parse(&["--filter"]), Err("--filter needs a value".to_owned()));
    }
}
