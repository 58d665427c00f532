//! What a reader must know to judge the numbers: processor, compilers, date, load.

use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// The facts of one run.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Machine {
    pub(crate) cpu: String,
    /// Processors that this process may use.
    pub(crate) cpu_count: usize,
    /// Instruction sets that decide which code runs, as Linux names them.
    pub(crate) cpu_features: Vec<String>,
    pub(crate) os: String,
    pub(crate) rustc: String,
    pub(crate) rustflags: String,
    pub(crate) profile: String,
    pub(crate) zig: String,
    pub(crate) commit: String,
    /// UTC, as in RFC 3339.
    pub(crate) date: String,
    /// One, five and fifteen minutes.
    pub(crate) load_at_start: String,
    pub(crate) load_at_end: String,
}

impl Machine {
    /// Asks the system. What cannot be found out is `unknown`.
    pub(crate) fn detect() -> Self {
        let cpu_info = read("/proc/cpuinfo");
        let features = field(&cpu_info, "flags").or_else(|| field(&cpu_info, "Features"));
        let features = features.unwrap_or_default();
        let kernel = read("/proc/sys/kernel/osrelease");
        let os = format!("{} {} {}", std::env::consts::OS, kernel.trim(), std::env::consts::ARCH);
        let load = load_average();
        Self {
            cpu: field(&cpu_info, "model name").unwrap_or_else(unknown),
            cpu_count: std::thread::available_parallelism().map_or(1, usize::from),
            cpu_features: features
                .split_whitespace()
                .filter(|feature| DECISIVE.contains(feature))
                .map(str::to_owned)
                .collect(),
            os: os.split_whitespace().collect::<Vec<_>>().join(" "),
            rustc: env!("BENCH_RUSTC").to_owned(),
            rustflags: env!("BENCH_RUSTFLAGS").to_owned(),
            profile: env!("BENCH_PROFILE").to_owned(),
            zig: match (zig_oracle::Loops::baseline(), zig_oracle::Loops::native()) {
                (None, _) => zig_oracle::skip_message().to_owned(),
                (Some(_), None) => "0.15.2 ReleaseFast -mcpu=baseline".to_owned(),
                (Some(_), Some(_)) => "0.15.2 ReleaseFast -mcpu=native".to_owned(),
            },
            commit: commit().unwrap_or_else(unknown),
            date: rfc3339(
                SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            ),
            load_at_start: load.clone(),
            load_at_end: load,
        }
    }

    /// Notes the load at the end of the run.
    pub(crate) fn finish(&mut self) {
        self.load_at_end = load_average();
    }

    /// Returns the facts in two lines.
    pub(crate) fn summary(&self) -> String {
        format!(
            "{} x{}, {}; {} ({}) {}\nZig {}; commit {}; {}; load {} -> {}\n",
            self.cpu,
            self.cpu_count,
            self.os,
            self.rustc,
            self.profile,
            self.rustflags,
            self.zig,
            self.commit,
            self.date,
            self.load_at_start,
            self.load_at_end,
        )
    }
}

/// Features that hash, search or transcoding code asks for.
const DECISIVE: [&str; 17] = [
    "sse2",
    "ssse3",
    "sse4_1",
    "sse4_2",
    "popcnt",
    "aes",
    "pclmulqdq",
    "avx",
    "avx2",
    "bmi1",
    "bmi2",
    "avx512f",
    "avx512bw",
    "avx512vl",
    "avx512_vbmi",
    "asimd",
    "sve",
];

fn unknown() -> String {
    "unknown".to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Returns the value of the first line `name : value`.
fn field(text: &str, name: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == name).then(|| value.trim().to_owned())
    })
}

fn load_average() -> String {
    let load = read("/proc/loadavg");
    let numbers: Vec<&str> = load.split_whitespace().take(3).collect();
    if numbers.is_empty() { unknown() } else { numbers.join(" ") }
}

fn commit() -> Option<String> {
    let mut command = Command::new("git");
    command.args(["describe", "--always", "--dirty", "--exclude=*"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}

/// Returns the UTC date and time of a number of seconds after 1970.
fn rfc3339(seconds: u64) -> String {
    let (mut days, rest) = (seconds / 86400, seconds % 86400);
    let mut year = 1970;
    while days >= year_len(year) {
        days -= year_len(year);
        year += 1;
    }
    let february = year_len(year) - 337;
    let mut month = 1;
    for len in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < len {
            break;
        }
        days -= len;
        month += 1;
    }
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", days + 1)
}

fn year_len(year: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    365 + u64::from(is_leap)
}

#[cfg(test)]
mod tests {
    use super::{Machine, field, rfc3339};

    #[test]
    fn dates_are_gregorian() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(rfc3339(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(rfc3339(1_704_067_199), "2023-12-31T23:59:59Z");
        assert_eq!(rfc3339(1_798_761_600 - 1), "2026-12-31T23:59:59Z");
    }

    #[test]
    fn facts_are_found_or_unknown() {
        let machine = Machine::detect();
        assert!(machine.cpu_count > 0 && !machine.cpu.is_empty());
        assert!(machine.rustc.starts_with("rustc "), "{}", machine.rustc);
        assert_eq!(field("a : b\nmodel name\t: x: y\n", "model name").as_deref(), Some("x: y"));
        assert_eq!(field("a : b", "c"), None);
    }
}
