//! WTF-8 and wide text: UTF-16 in which a surrogate need not have a partner, as names on NTFS.
//!
//! `bun_str` replaces such units or stops at them, as its originals do. A name that a directory
//! lists must open again, so here every unit survives both ways.

use crate::SystemErrno;

/// Appends to units that somebody else owns.
pub(crate) struct Wide<'a> {
    units: &'a mut [u16],
    len: usize,
}

impl<'a> Wide<'a> {
    pub(crate) const fn new(units: &'a mut [u16]) -> Self {
        Self { units, len: 0 }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn push(&mut self, unit: u16) -> Result<(), SystemErrno> {
        self.push_all(&[unit])
    }

    pub(crate) fn push_all(&mut self, units: &[u16]) -> Result<(), SystemErrno> {
        let end = self.len + units.len();
        let room = self.units.get_mut(self.len..end).ok_or(SystemErrno::ENAMETOOLONG)?;
        room.copy_from_slice(units);
        self.len = end;
        Ok(())
    }

    /// Appends what `text` says.
    ///
    /// `EILSEQ` when it is not WTF-8, `ENAMETOOLONG` when it does not fit.
    pub(crate) fn push_wtf8(&mut self, text: &[u8]) -> Result<(), SystemErrno> {
        let mut rest = text;
        while !rest.is_empty() {
            match core::str::from_utf8(rest) {
                Ok(all) => {
                    self.push_str(all)?;
                    break;
                }
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    self.push_str(core::str::from_utf8(valid).unwrap_or_default())?;
                    // A surrogate: three bytes that UTF-8 forbids.
                    let [0xED, middle @ 0xA0..=0xBF, last @ 0x80..=0xBF, after @ ..] = after else {
                        return Err(SystemErrno::EILSEQ);
                    };
                    let low = (u16::from(middle & 0x3F) << 6) | u16::from(last & 0x3F);
                    self.push(0xD000 | low)?;
                    rest = after;
                }
            }
        }
        Ok(())
    }

    fn push_str(&mut self, text: &str) -> Result<(), SystemErrno> {
        text.encode_utf16().try_for_each(|unit| self.push(unit))
    }
}

/// Writes `units` as WTF-8 to the start of `out`, and returns how many bytes that takes.
///
/// `None` when they do not fit.
pub(crate) fn write_wtf8(units: impl IntoIterator<Item = u16>, out: &mut [u8]) -> Option<usize> {
    let mut end = 0;
    for decoded in char::decode_utf16(units) {
        let mut bytes = [0; 4];
        let bytes = match decoded {
            Ok(scalar) => scalar.encode_utf8(&mut bytes).as_bytes(),
            Err(lone) => {
                let unit = lone.unpaired_surrogate();
                bytes[..3].copy_from_slice(&[
                    0xE0 | (unit >> 12) as u8,
                    0x80 | (unit >> 6 & 0x3F) as u8,
                    0x80 | (unit & 0x3F) as u8,
                ]);
                &bytes[..3]
            }
        };
        out.get_mut(end..end + bytes.len())?.copy_from_slice(bytes);
        end += bytes.len();
    }
    Some(end)
}
