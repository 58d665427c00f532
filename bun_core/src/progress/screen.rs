//! One line of a terminal, drawn over and over.

use alloc::vec::Vec;

use crate::io::Write as _;
use crate::output;

/// A task shorter than this is not worth a line.
pub(super) const INITIAL_DELAY_NS: u64 = 500_000_000;
pub(super) const REFRESH_INTERVAL_NS: u64 = 50_000_000;

/// What is on the terminal, and since when.
#[derive(Debug)]
pub(super) struct Screen {
    /// Whether standard error is a terminal, and one with escape sequences.
    pub(super) is_terminal: bool,
    /// What the owner of the line says about escape sequences.
    pub(super) understands_sequences: bool,
    pub(super) initial_delay_ns: u64,
    pub(super) refresh_interval_ns: u64,
    columns_written: usize,
    last_refresh_ns: u64,
}

impl Screen {
    /// Returns standard error.
    pub(super) fn of_stderr() -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { is_terminal: output::is_stderr_tty() && !is_dumb, ..Self::none() }
    }

    /// Returns a screen on which nothing is drawn.
    pub(super) const fn none() -> Self {
        Self {
            is_terminal: false,
            understands_sequences: false,
            initial_delay_ns: INITIAL_DELAY_NS,
            refresh_interval_ns: REFRESH_INTERVAL_NS,
            columns_written: 0,
            last_refresh_ns: 0,
        }
    }

    /// Returns whether anything is drawn at all.
    pub(super) fn draws(&self) -> bool {
        self.is_terminal && self.understands_sequences
    }

    pub(super) fn is_due(&self, now_ns: u64) -> bool {
        now_ns >= self.initial_delay_ns
            && now_ns.saturating_sub(self.last_refresh_ns) >= self.refresh_interval_ns
    }

    /// Replaces the line.
    pub(super) fn draw(&mut self, text: &[u8], now_ns: u64) {
        self.last_refresh_ns = now_ns;
        let frame = self.frame(text);
        if !frame.is_empty() {
            // There is no one to tell that a progress line is missing.
            let _ = output::error_writer().write_all(&frame);
        }
    }

    /// Removes the line.
    pub(super) fn clear(&mut self) {
        self.draw(b"", self.last_refresh_ns);
    }

    /// Returns the bytes that replace what is on the line by `text`.
    pub(super) fn frame(&mut self, text: &[u8]) -> Vec<u8> {
        let mut frame = Vec::with_capacity(text.len() + 16);
        if self.columns_written > 0 {
            // To the start of the line, then delete to its end. Memory is reserved above.
            let _ = write!(frame, "\x1b[{}D\x1b[0K", self.columns_written);
        }
        frame.extend_from_slice(text);
        self.columns_written = text.len();
        frame
    }
}
