//! Where divergences are written, each with the input that shows it.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Finding;

/// A file to which divergences are appended.
#[derive(Clone, Debug)]
pub struct Log {
    path: PathBuf,
}

impl Log {
    /// A log at `path`, which need not exist.
    #[must_use]
    pub const fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// The log that `BUN_PARITY_LOG` names, or `target/parity.log`.
    #[must_use]
    pub fn from_env() -> Self {
        Self::at(env::var_os("BUN_PARITY_LOG").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/parity.log"),
            PathBuf::from,
        ))
    }

    /// Where the log is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends a finding.
    ///
    /// # Errors
    ///
    /// When the file cannot be made or written.
    pub fn write(&self, finding: &Finding) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // One write, so that tests that run at the same time do not mix their lines.
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        file.write_all(format!("{finding}\n").as_bytes())
    }
}
