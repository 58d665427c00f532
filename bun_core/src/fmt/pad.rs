//! Width and precision for text that no buffer holds.
//!
//! Formatting to a string first would allocate. Formatting twice, once to count, does not, and only
//! a caller who asks for a width or a precision pays for it.

use core::fmt::{self, Alignment, Write as _};

/// Runs `write` with what `f` demands around it.
///
/// Width and precision count characters, as for a `str`: short text is padded on the right unless
/// the alignment says otherwise, long text is cut. `write` must write the same text each time.
pub(super) fn padded(
    f: &mut fmt::Formatter<'_>,
    write: impl Fn(&mut dyn fmt::Write) -> fmt::Result,
) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write(f);
    }
    let mut counter = CharCounter(0);
    write(&mut counter)?;
    let shown = f.precision().map_or(counter.0, |precision| counter.0.min(precision));
    let fill = f.width().unwrap_or(0).saturating_sub(shown);
    let before = match f.align() {
        None | Some(Alignment::Left) => 0,
        Some(Alignment::Center) => fill / 2,
        Some(Alignment::Right) => fill,
    };
    let character = f.fill();
    (0..before).try_for_each(|_| f.write_char(character))?;
    write(&mut Cut { to: f, left: shown })?;
    (before..fill).try_for_each(|_| f.write_char(character))
}

/// Counts characters.
struct CharCounter(usize);

impl fmt::Write for CharCounter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// Passes on so many characters and drops the rest.
struct Cut<'a, 'b> {
    to: &'a mut fmt::Formatter<'b>,
    left: usize,
}

impl fmt::Write for Cut<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.char_indices().nth(self.left).map_or(text.len(), |(index, _)| index);
        let kept = &text[..end];
        self.left -= kept.chars().count();
        if kept.is_empty() { Ok(()) } else { self.to.write_str(kept) }
    }
}
