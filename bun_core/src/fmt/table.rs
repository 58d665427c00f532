//! Tables with borders, on standard output.

use core::fmt;

use super::lossy::lossy;
use crate::Output;

/// The characters of borders: box drawing, or ASCII.
///
/// Zig: `bun.fmt.TableSymbols`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::TableSymbols;
///
/// assert_eq!(TableSymbols::UNICODE.vertical_edge(), "│");
/// assert_eq!(TableSymbols::ASCII.vertical_edge(), "|");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TableSymbols {
    /// Whether the terminal is one that shows colours, and so box drawing.
    pub enable_ansi_colors: bool,
}

macro_rules! symbols {
    ($($name:ident: $unicode:literal $ascii:literal, $what:literal;)+) => {$(
        #[doc = concat!("Returns ", $what, ".")]
        #[must_use]
        pub const fn $name(self) -> &'static str {
            if self.enable_ansi_colors { $unicode } else { $ascii }
        }
    )+};
}

impl TableSymbols {
    /// Box drawing.
    pub const UNICODE: Self = Self { enable_ansi_colors: true };
    /// `|` and `-`.
    pub const ASCII: Self = Self { enable_ansi_colors: false };

    symbols! {
        top_left_sep: "┌" "|", "the top left corner";
        top_right_sep: "┐" "|", "the top right corner";
        top_column_sep: "┬" "-", "what is between two columns at the top";
        bottom_left_sep: "└" "|", "the bottom left corner";
        bottom_right_sep: "┘" "|", "the bottom right corner";
        bottom_column_sep: "┴" "-", "what is between two columns at the bottom";
        middle_left_sep: "├" "|", "the left end of a line between rows";
        middle_right_sep: "┤" "|", "the right end of a line between rows";
        middle_column_sep: "┼" "|", "what is between two columns in a line between rows";
        horizontal_edge: "─" "-", "a piece of a horizontal line";
        vertical_edge: "│" "|", "a piece of a vertical line";
    }
}

/// The head and the lines of a table; its rows are up to the caller.
///
/// `LEFT` and `RIGHT` are the blanks on both sides of a cell, `ANSI` chooses the symbols.
///
/// Zig: `bun.fmt.Table`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::Table;
///
/// let table = Table::<1, 1, false>::init(&[b"Package", b"Size"], &[8, 4], "blue");
/// assert_eq!(table.top_line().to_string(), "|-----------------|\n");
/// assert_eq!(table.names(false).to_string(), "| Package  | Size |\n");
/// table.print_top_line_separator();
/// table.print_column_names();
/// table.print_bottom_line_separator();
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Table<'a, const LEFT: usize, const RIGHT: usize, const ANSI: bool> {
    column_names: &'a [&'a [u8]],
    column_inside_lengths: &'a [usize],
    column_color: &'static str,
}

impl<'a, const LEFT: usize, const RIGHT: usize, const ANSI: bool> Table<'a, LEFT, RIGHT, ANSI> {
    const SYMBOLS: TableSymbols = TableSymbols { enable_ansi_colors: ANSI };

    /// Returns a table with one column for each length, which is that of its cells without blanks.
    ///
    /// A missing name is empty. `column_color` is the tag of a colour: `"blue"`; an unknown one
    /// leaves the names as they are.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::fmt::Table;
    ///
    /// let table = Table::<0, 1, true>::init(&[b"a"], &[2], "red");
    /// assert_eq!(table.top_line().to_string(), "┌───┐\n");
    /// ```
    #[must_use]
    pub const fn init(
        column_names: &'a [&'a [u8]],
        column_inside_lengths: &'a [usize],
        column_color: &'static str,
    ) -> Self {
        Self { column_names, column_inside_lengths, column_color }
    }

    /// Shows the line at the top.
    #[must_use]
    pub fn top_line(&self) -> impl fmt::Display {
        let symbols = Self::SYMBOLS;
        self.line([symbols.top_left_sep(), symbols.top_column_sep(), symbols.top_right_sep()])
    }

    /// Shows the line at the bottom.
    #[must_use]
    pub fn bottom_line(&self) -> impl fmt::Display {
        let symbols = Self::SYMBOLS;
        let column = symbols.bottom_column_sep();
        self.line([symbols.bottom_left_sep(), column, symbols.bottom_right_sep()])
    }

    /// Shows a line between two rows.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::fmt::Table;
    ///
    /// let table = Table::<0, 0, true>::init(&[], &[1, 2], "red");
    /// assert_eq!(table.middle_line().to_string(), "├─┼──┤\n");
    /// ```
    #[must_use]
    pub fn middle_line(&self) -> impl fmt::Display {
        let symbols = Self::SYMBOLS;
        let column = symbols.middle_column_sep();
        self.line([symbols.middle_left_sep(), column, symbols.middle_right_sep()])
    }

    fn line(&self, [left, column, right]: [&'static str; 3]) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            for (index, length) in self.column_inside_lengths.iter().enumerate() {
                f.write_str(if index == 0 { left } else { column })?;
                for _ in 0..LEFT.saturating_add(*length).saturating_add(RIGHT) {
                    f.write_str(Self::SYMBOLS.horizontal_edge())?;
                }
            }
            if self.column_inside_lengths.is_empty() { Ok(()) } else { writeln!(f, "{right}") }
        })
    }

    /// Shows the names of the columns, in colour or not.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::fmt::Table;
    ///
    /// let table = Table::<0, 0, false>::init(&[b"a"], &[1], "red");
    /// assert_eq!(table.names(true).to_string(), "|\x1b[1m\x1b[31ma\x1b[0m|\n");
    /// ```
    #[must_use]
    pub fn names(&self, in_color: bool) -> impl fmt::Display {
        let edge = Self::SYMBOLS.vertical_edge();
        let (start, end) = match color(self.column_color) {
            Some(code) if in_color => (code, "\x1b[0m"),
            _ => ("", ""),
        };
        let bold = if end.is_empty() { "" } else { "\x1b[1m" };
        fmt::from_fn(move |f| {
            for (index, length) in self.column_inside_lengths.iter().enumerate() {
                let name = self.column_names.get(index).copied().unwrap_or_default();
                let after = length.saturating_add(RIGHT).saturating_sub(name.len());
                write!(f, "{edge}{:LEFT$}{bold}{start}{}{end}{:after$}", "", lossy(name), "")?;
            }
            if self.column_inside_lengths.is_empty() { Ok(()) } else { writeln!(f, "{edge}") }
        })
    }

    /// Prints the line at the top.
    ///
    /// Zig: `printTopLineSeparator`.
    #[doc(alias = "printTopLineSeparator")]
    pub fn print_top_line_separator(&self) {
        Output::print(format_args!("{}", self.top_line()));
    }

    /// Prints the line at the bottom.
    ///
    /// Zig: `printBottomLineSeparator`.
    #[doc(alias = "printBottomLineSeparator")]
    pub fn print_bottom_line_separator(&self) {
        Output::print(format_args!("{}", self.bottom_line()));
    }

    /// Prints a line between two rows.
    ///
    /// Zig: `printLineSeparator`.
    #[doc(alias = "printLineSeparator")]
    pub fn print_line_separator(&self) {
        Output::print(format_args!("{}", self.middle_line()));
    }

    /// Prints the names of the columns, in colour if standard output has colours.
    ///
    /// Zig: `printColumnNames`.
    #[doc(alias = "printColumnNames")]
    pub fn print_column_names(&self) {
        let names = self.names(Output::enable_ansi_colors_stdout());
        Output::print(format_args!("{names}"));
    }
}

/// The sequence of a colour tag.
fn color(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "black" => "\x1b[30m",
        "red" => "\x1b[31m",
        "green" => "\x1b[32m",
        "yellow" => "\x1b[33m",
        "blue" => "\x1b[34m",
        "magenta" => "\x1b[35m",
        "cyan" => "\x1b[36m",
        "white" => "\x1b[37m",
        _ => return None,
    })
}
