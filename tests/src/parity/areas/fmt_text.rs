//! Text from bytes, UTF-16 and addresses.

use core::net::{SocketAddr, SocketAddrV4, SocketAddrV6};

use bun_core::fmt::{self, PathFormatOptions, PathSep};
use zig_oracle::{OfBytes, Oracle};

use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

pub(super) struct FmtText {
    zig: Oracle,
}

impl FmtText {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }

    fn text(&self, kind: OfBytes, bytes: &[u8]) -> Vec<u8> {
        self.zig.fmt_of_bytes(kind, bytes)
    }

    fn compare(&self, bytes: &[u8], check: &mut Check) -> Result<(), Divergence> {
        let mut same = |what, kind, rust: String| {
            let zig = String::from_utf8_lossy(&self.text(kind, bytes)).into_owned();
            check.same(what, zig, rust)
        };
        same("hex", OfBytes::HexLower, fmt::hex_lower(bytes).to_string())?;
        same("hex", OfBytes::HexLower, fmt::bytes_to_hex_lower_string(bytes))?;
        same("upper hex", OfBytes::HexUpper, fmt::hex_upper(bytes).to_string())?;
        same("PowerShell", OfBytes::Powershell, fmt::escape_powershell(bytes).to_string())?;
        same("dependency", OfBytes::DependencyUrl, fmt::dependency_url(bytes).to_string())?;
        let posix = PathFormatOptions { path_sep: PathSep::Posix, ..Default::default() };
        same("path", OfBytes::PathPosix, fmt::fmt_path_u8(bytes, posix).to_string())?;
        let mut json = String::new();
        fmt::encode_json_string(&mut json, bytes).expect("a string takes everything");
        same("JSON", OfBytes::Json, json)?;
        let mut latin1 = String::new();
        fmt::format_latin1(bytes, &mut latin1).expect("a string takes everything");
        same("Latin-1", OfBytes::Latin1, latin1)?;
        if str::from_utf8(bytes).is_ok() {
            self.compare_valid(bytes, check)?;
        }
        self.compare_annotation(bytes, check)?;
        self.compare_fixed(bytes, check)
    }

    /// What Zig only takes of valid UTF-8.
    fn compare_valid(&self, bytes: &[u8], check: &mut Check) -> Result<(), Divergence> {
        let has_bell = bytes.iter().any(|byte| matches!(byte, 0x07 | 0x0b));
        let what = if has_bell { "JSON with bell or vertical tab" } else { "JSON of the runtime" };
        let json = fmt::format_json_string_utf8(bytes, Default::default()).to_string();
        check.same(what, self.text(OfBytes::RuntimeJson, bytes), json.into_bytes())?;
        let what = if has_bell { what } else { "quoted" };
        let quoted = fmt::quote(bytes).to_string();
        check.same(what, self.text(OfBytes::Quoted, bytes), quoted.into_bytes())
    }

    fn compare_annotation(&self, bytes: &[u8], check: &mut Check) -> Result<(), Divergence> {
        let is_plain = bytes.is_ascii() && !bytes.contains(&0x1b);
        let what = if is_plain { "annotation" } else { "annotation beyond plain text" };
        let zig = self.text(OfBytes::GithubAction, bytes);
        let zig = String::from_utf8_lossy(&zig).into_owned();
        check.same(what, zig, fmt::github_action(bytes).to_string())
    }

    /// What takes a fixed number of bytes: the start of the input, with zeros behind it.
    fn compare_fixed(&self, bytes: &[u8], check: &mut Check) -> Result<(), Divergence> {
        let mut digest = [0; 64];
        let length = bytes.len().min(digest.len());
        digest[..length].copy_from_slice(&bytes[..length]);
        let integrity = fmt::integrity::<false>(digest).to_string();
        let zig = self.text(OfBytes::Integrity, &digest);
        let short = [&zig[..20], b"[...]", &zig[zig.len() - 15..]].concat();
        check.same("integrity", zig, integrity.into_bytes())?;
        let rust = fmt::integrity::<true>(digest).to_string();
        check.same("short integrity", short, rust.into_bytes())?;
        let units: Vec<u16> =
            digest.as_chunks().0.iter().map(|&unit| u16::from_le_bytes(unit)).collect();
        let zig = self.text(OfBytes::Utf16, &digest);
        check.same("UTF-16", zig, fmt::utf16(&units).to_string().into_bytes())?;
        let [v4 @ .., _, _, _, _, _, _, _, _, _, _, _, _] =
            *digest.first_chunk::<16>().expect("64");
        self.compare_address("IPv4 address", OfBytes::AddressV4, &v4, check)?;
        // Groups of zeros are what the text forms of an address are about.
        let mut v6 = *digest.first_chunk::<16>().expect("64");
        for (index, group) in v6.chunks_mut(2).enumerate() {
            if digest[17] >> index & 1 == 1 {
                group.fill(0);
            }
        }
        self.compare_address("IPv6 address", OfBytes::AddressV6, &v6, check)?;
        v6[..12].copy_from_slice(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]);
        self.compare_address("IPv6 address", OfBytes::AddressV6, &v6, check)
    }

    fn compare_address(
        &self,
        what: &'static str,
        kind: OfBytes,
        bytes: &[u8],
        check: &mut Check,
    ) -> Result<(), Divergence> {
        let address: SocketAddr = match *bytes {
            [a, b, c, d] => SocketAddrV4::new([a, b, c, d].into(), 65535).into(),
            _ => {
                let octets: [u8; 16] = bytes.try_into().expect("4 or 16 bytes");
                SocketAddrV6::new(octets.into(), 1, 0, 0).into()
            }
        };
        let mut buffer = [0; 64];
        let text = fmt::format_ip(&address, &mut buffer).expect("an address is short");
        check.same(what, self.text(kind, bytes), text.to_vec())
    }
}

/// Pieces of text around which formatters do something.
const PIECES: [&[u8]; 20] = [
    b"\n",
    b"\r\n",
    b"\r",
    b"\t",
    b"\"",
    b"\\",
    b"/",
    b"`",
    b"\x07",
    b"\x0b",
    b"\x1b[1m",
    b"\x1b[38;5;1m",
    b"\x1b",
    b"\x7f",
    b"\xe2\x80\xa8",
    b"\xef\xbb\xbf",
    b"\xc3\xa9",
    b"\xf0\x9f\x98\x80",
    b"\xff",
    b"plain text ",
];

impl Area for FmtText {
    type Op = Bytes;

    fn name(&self) -> &'static str {
        "fmt_text"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Bytes> {
        (0..random.within(1..=4))
            .map(|_| {
                if random.ratio(1, 3) {
                    let len = random.within(0..=100);
                    return Bytes(random.edgy_bytes(len));
                }
                let kinds = random.within(1..=PIECES.len());
                let first = random.below(PIECES.len());
                let count = random.within(0..=12);
                let piece =
                    |random: &mut Prng| PIECES[(first + random.below(kinds)) % PIECES.len()];
                Bytes((0..count).flat_map(|_| piece(random).to_vec()).collect())
            })
            .collect()
    }

    fn run(&self, ops: &[Bytes], check: &mut Check) -> Result<(), Divergence> {
        for (step, Bytes(bytes)) in ops.iter().enumerate() {
            check.at(step);
            self.compare(bytes, check)?;
        }
        Ok(())
    }

    fn simplify(&self, bytes: &Bytes) -> Vec<Bytes> {
        bytes.simpler()
    }
}
