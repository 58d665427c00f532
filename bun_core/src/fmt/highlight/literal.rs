//! Numbers, strings, templates and comments.

use core::fmt;

use super::{DIM, GREEN, Highlighter, RESET, YELLOW};
use crate::fmt::lossy::write_lossy;
use crate::fmt::secret::{
    line, npm_secret_len, starts_with_uuid, url_password, write_redacted, write_stars,
};

impl Highlighter<'_, '_> {
    pub(super) fn number(&mut self) -> fmt::Result {
        if self.redacts {
            let secret = if self.is_secret_next {
                Some(line(self.rest).len())
            } else {
                starts_with_uuid(self.rest).then_some(36)
            };
            if let Some(length) = secret {
                self.is_secret_next = false;
                self.rest = &self.rest[length..];
                self.to.write_str(RESET)?;
                self.to.write_str(YELLOW)?;
                self.to.write_str("***")?;
                return self.to.write_str(RESET);
            }
        }
        self.forget_keyword();
        let length = match self.rest {
            [b'0', b'x', digits @ ..] => {
                2 + digits.iter().take_while(|byte| byte.is_ascii_hexdigit()).count()
            }
            _ => {
                let is_part = |byte: &&u8| {
                    byte.is_ascii_digit()
                        || matches!(byte.to_ascii_lowercase(), b'.' | b'e' | b'x' | b'b' | b'o')
                };
                self.rest.iter().take_while(is_part).count()
            }
        };
        self.styled(YELLOW, length)
    }

    pub(super) fn string(&mut self, quote: u8) -> fmt::Result {
        self.forget_keyword();
        let is_template = quote == b'`' && !self.is_secret_next;
        let mut at = 1;
        while let Some(&byte) = self.rest.get(at).filter(|&&byte| byte != quote) {
            if is_template && self.rest[at..].starts_with(b"${") {
                self.styled(GREEN, at)?;
                self.interpolation()?;
                if self.rest.first() == Some(&quote) {
                    return self.styled(GREEN, 1);
                }
                at = 0;
                continue;
            }
            at += if byte == b'\\' && at + 1 < self.rest.len() { 2 } else { 1 };
        }
        // The closing quote, if any.
        let length = (at + 1).min(self.rest.len());
        if self.is_secret_next {
            self.is_secret_next = false;
            return self.secret_string(length, quote);
        }
        if self.redacts && self.redacted_string(length, quote)? {
            return Ok(());
        }
        self.styled(GREEN, length)
    }

    /// Writes `${`, what is inside as code, and `}`.
    fn interpolation(&mut self) -> fmt::Result {
        let mut end = 2;
        while let Some(&byte) = self.rest.get(end).filter(|&&byte| byte != b'}') {
            end += if byte == b'\\' { 2 } else { 1 };
        }
        let end = end.min(self.rest.len());
        self.to.write_str("${")?;
        let code = &self.rest[2..end];
        Highlighter::new(&mut *self.to, code, self.redacts, self.depth + 1).run()?;
        self.rest = &self.rest[end..];
        self.plain(usize::from(!self.rest.is_empty()))
    }

    /// Writes a string whose content is a secret.
    fn secret_string(&mut self, length: usize, quote: u8) -> fmt::Result {
        let text = &self.rest[..length];
        self.rest = &self.rest[length..];
        if length > 2 && text[length - 1] == quote {
            self.quoted(quote, |to| write_stars(to, length - 2))
        } else {
            write_stars(self.to, length)
        }
    }

    /// Writes a string that has a secret in it, if it has.
    fn redacted_string(&mut self, length: usize, quote: u8) -> Result<bool, fmt::Error> {
        let text = self.rest.get(1..length).unwrap_or_default();
        let inner = text.strip_suffix(&[quote]).unwrap_or(text);
        let secret = if inner.len() == 36 && starts_with_uuid(inner) {
            (0, 36, 0)
        } else if let Some(len) = npm_secret_len(inner) {
            // The original does not show what follows a token.
            (0, len, 0)
        } else if let Some((offset, len)) = url_password(inner) {
            (offset, len, inner.len() - offset - len)
        } else {
            return Ok(false);
        };
        let (before, stars, after) = secret;
        self.rest = &self.rest[length..];
        self.quoted(quote, |to| {
            write_lossy(to, &inner[..before])?;
            write_stars(to, stars)?;
            write_lossy(to, &inner[inner.len() - after..])
        })?;
        Ok(true)
    }

    fn quoted(
        &mut self,
        quote: u8,
        content: impl FnOnce(&mut dyn fmt::Write) -> fmt::Result,
    ) -> fmt::Result {
        self.to.write_str(RESET)?;
        self.to.write_str(GREEN)?;
        self.to.write_char(char::from(quote))?;
        content(self.to)?;
        self.to.write_char(char::from(quote))?;
        self.to.write_str(RESET)
    }

    pub(super) fn slash(&mut self) -> fmt::Result {
        self.forget_keyword();
        match self.rest.get(1) {
            Some(b'/') => {
                let comment = line(self.rest).len();
                // The original swallows the end of the line, and a carriage return behind it.
                let mut length = comment + usize::from(comment < self.rest.len());
                length += usize::from(self.rest.get(length) == Some(&b'\r'));
                self.comment(comment, length)
            }
            Some(b'*') => {
                // A comment that ends the text is not seen as one.
                let end = self.rest[2..].windows(3).position(|three| three.starts_with(b"*/"));
                match end {
                    Some(end) => self.comment(end + 4, end + 4),
                    None => self.plain(1),
                }
            }
            _ => self.plain(1),
        }
    }

    /// Writes `shown` bytes as a comment and goes on behind `length`.
    fn comment(&mut self, shown: usize, length: usize) -> fmt::Result {
        let text = &self.rest[..shown];
        self.rest = &self.rest[length..];
        self.to.write_str(RESET)?;
        self.to.write_str(DIM)?;
        if self.redacts {
            write_redacted(self.to, text)?
        } else {
            write_lossy(self.to, text)?
        }
        self.to.write_str(RESET)
    }
}
