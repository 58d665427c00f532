//! Making a path from text, and appending to it.

use core::fmt;

use bun_core::env;

use super::Path;
use super::options::{Kind, MaxPathExceeded, PathSeparators, Result};
use super::trim::Rules;
use super::units::with_units;
use crate::PathChar;

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8>
    Path<U, KIND, SEP_OPT, CHECK>
{
    /// `input` as a path, without separators at its end, and a relative one without `./` and
    /// separators at its start.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when it is too long.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_paths::AutoRelPath;
    ///
    /// assert_eq!(AutoRelPath::from(b"./a/")?.slice(), b"a");
    /// assert_eq!(AutoRelPath::from(&[0x61_u16, 0xe9])?.slice(), "aé".as_bytes());
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    pub fn from<C: PathChar>(input: &[C]) -> Result<Self> {
        let mut path = Self::init();
        with_units::<U, C, _>(input, |input| path.push_first(input))?;
        Ok(path)
    }

    /// [`from`](Self::from), on Windows behind the prefix of a long path.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when it is too long.
    #[doc(alias = "fromLongPath")]
    pub fn from_long_path<C: PathChar>(input: &[C]) -> Result<Self> {
        let mut path = Self::init();
        if env::IS_WINDOWS {
            path.push_long_path_prefix()?;
        }
        with_units::<U, C, _>(input, |input| path.push_first(input))?;
        Ok(path)
    }

    /// The directory that the program works for: [`bun_core::top_level_dir`].
    ///
    /// A directory that is longer than a path may be is cut to nothing.
    ///
    /// Zig: `initTopLevelDir`.
    #[doc(alias = "initTopLevelDir")]
    #[must_use]
    pub fn init_top_level_dir() -> Self {
        Self::from(bun_core::top_level_dir()).unwrap_or_default()
    }

    /// [`init_top_level_dir`](Self::init_top_level_dir), on Windows behind the prefix of a long
    /// path.
    ///
    /// Zig: `initTopLevelDirLongPath`.
    #[doc(alias = "initTopLevelDirLongPath")]
    #[must_use]
    pub fn init_top_level_dir_long_path() -> Self {
        Self::from_long_path(bun_core::top_level_dir()).unwrap_or_default()
    }

    fn push_long_path_prefix(&mut self) -> Result<()> {
        let prefix = crate::windows::LONG_PATH_PREFIX_U8.map(U::from_u8);
        self.push(&prefix, false)
    }

    /// Appends what stands at the start of a path.
    fn push_first(&mut self, input: &[U]) -> Result<()> {
        let trimmed = if self.counts_as_absolute(input) {
            Rules::NATIVE.trim_absolute(input)
        } else {
            Rules::NATIVE.trim_relative(input)
        };
        self.push(trimmed, false)
    }

    /// Appends `input` behind a separator, without the separators around it; nothing when nothing
    /// is left of it.
    ///
    /// To an empty path it is appended as by [`from`](Self::from).
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when the path is too long with it; it stays as it was.
    pub fn append<C: PathChar>(&mut self, input: &[C]) -> Result<()> {
        with_units::<U, C, _>(input, |input| self.append_units(input))
    }

    fn append_units(&mut self, input: &[U]) -> Result<()> {
        if self.is_empty() {
            return self.push_first(input);
        }
        let trimmed = Rules::NATIVE.trim_relative(input);
        if trimmed.is_empty() {
            return Ok(());
        }
        let needs_separator = self.slice().last().is_some_and(|last| !self.is_separator(*last));
        self.push(trimmed, needs_separator)
    }

    /// Appends what `args` format, as [`append`](Self::append) does.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when the path is too long with it; it stays as it was.
    #[doc(alias = "appendFmt")]
    pub fn append_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        if let Some(text) = args.as_str() {
            return self.append(text.as_bytes());
        }
        self.append(alloc::fmt::format(args).as_bytes())
    }

    /// Appends `text` as it is, or not at all.
    pub(super) fn push(&mut self, text: &[U], needs_separator: bool) -> Result<()> {
        let len = self.len.saturating_add(usize::from(needs_separator)).saturating_add(text.len());
        if len >= U::MAX_PATH {
            return Err(MaxPathExceeded { needed: len.saturating_add(1) });
        }
        let separators = Self::SEPARATORS;
        let separator = U::from_u8(separators.char());
        let start = len - text.len();
        let mut out = self.writer();
        let pushed = if needs_separator { out.push(separator) } else { Ok(()) };
        let pushed = pushed.and_then(|()| out.push_slice(text));
        debug_assert!(pushed.is_ok(), "the length was checked");
        if separators != PathSeparators::Any {
            for unit in &mut out.written_mut()[start..] {
                *unit = if unit.is_any_slash() { separator } else { *unit };
            }
        }
        self.len = out.finish().len();
        Ok(())
    }

    /// The same path with other separators: both slashes become the chosen one, unless that is
    /// [`Any`](PathSeparators::Any).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_paths::AutoRelPath;
    /// use bun_paths::options::PathSeparators;
    ///
    /// let path = AutoRelPath::from(b"a/b")?.into_sep::<{ PathSeparators::WINDOWS }>();
    /// assert_eq!(path.slice(), br"a\b");
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    #[must_use]
    pub fn into_sep<const NEW_SEP: u8>(mut self) -> Path<U, KIND, NEW_SEP, CHECK> {
        let separators = PathSeparators::from_u8(NEW_SEP);
        if separators != PathSeparators::Any {
            let mut out = self.writer();
            for unit in out.written_mut() {
                *unit = if unit.is_any_slash() { U::from_u8(separators.char()) } else { *unit };
            }
        }
        Path { buffer: self.buffer, len: self.len }
    }

    /// Makes `units` the path, without separators at its end.
    pub(super) fn replace(&mut self, units: &[U]) -> Result<()> {
        let trimmed = if Kind::from_u8(KIND) == Kind::Rel {
            Rules::NATIVE.trim_relative(units)
        } else {
            Rules::NATIVE.trim_absolute(units)
        };
        if trimmed.len() >= U::MAX_PATH {
            return Err(MaxPathExceeded { needed: trimmed.len().saturating_add(1) });
        }
        self.clear();
        self.push(trimmed, false)
    }
}
