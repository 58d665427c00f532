//! The columns that text takes on a terminal.
//!
//! Zig: `bun.strings.visible`.

pub mod width {
    //! Widths of whole strings, by encoding.
    //!
    //! Zig: `bun.strings.visible.width`.

    use crate::unicode::width::{Escapes, width_latin1, width_utf8, width_utf16};

    /// Returns the number of characters that are neither controls nor the soft hyphen.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::visible::width;
    ///
    /// assert_eq!(width::latin1(b"caf\xe9\n"), 4);
    /// assert_eq!(width::utf8("漢字\n".as_bytes()), 4);
    /// ```
    #[must_use]
    pub fn latin1(input: &[u8]) -> usize {
        width_latin1(input, Escapes::Count)
    }

    /// Returns the sum of the widths of all code points; what is ill-formed counts 1.
    ///
    /// Clusters are not looked at: a family of three emoji takes six columns.
    #[must_use]
    pub fn utf8(input: &[u8]) -> usize {
        width_utf8(input, Escapes::Count)
    }

    /// Returns the sum of the widths of all clusters.
    ///
    /// | cluster | width |
    /// |---|---|
    /// | two regional indicators; one | 2; 1 |
    /// | a keycap | 2 |
    /// | an emoji with a skin tone or a joiner | 2 |
    /// | with a text or emoji selector, a wide base | 2 |
    /// | with an emoji selector, an ASCII base; any other | 1; 2 |
    /// | with a text selector | 1 |
    /// | anything else | the sum of its code points |
    ///
    /// A surrogate without a partner is not there.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::visible::width;
    ///
    /// let family: Vec<u16> = "👩\u{200d}👧".encode_utf16().collect();
    /// assert_eq!(width::utf16(&family, false), 2);
    /// ```
    #[must_use]
    pub fn utf16(input: &[u16], ambiguous_as_wide: bool) -> usize {
        width_utf16(input, Escapes::Count, ambiguous_as_wide)
    }

    pub mod exclude_ansi_colors {
        //! Widths of whole strings, in which escape sequences take no room.
        //!
        //! | sequence | ends with | unterminated |
        //! |---|---|---|
        //! | `ESC [`, colours and the like | the first of `@` to `~` | takes everything |
        //! | `ESC ]`, titles and links | BEL or `ESC \` | takes everything |
        //! | anything else | itself: only the `ESC` is taken | |
        //!
        //! Zig: `bun.strings.visible.width.exclude_ansi_colors`.

        use crate::unicode::width::{
            Escapes, utf8_index_at_width as index, width_latin1, width_utf8, width_utf16,
        };

        /// Returns the width of Latin-1.
        ///
        /// # Examples
        ///
        /// ```
        /// use bun_str::strings::visible::width::exclude_ansi_colors as width;
        ///
        /// assert_eq!(width::latin1(b"\x1b[31mred\x1b[0m"), 3);
        /// assert_eq!(width::utf8("\x1b]0;título\x07é".as_bytes()), 1);
        /// assert_eq!(width::utf16(&[0x1b, 0x5b, 0x6d, 0x61], false), 1);
        /// ```
        #[must_use]
        pub fn latin1(input: &[u8]) -> usize {
            width_latin1(input, Escapes::Skip)
        }

        /// Returns the width of UTF-8.
        ///
        /// In Zig a character beyond ASCII ends an `ESC ]` that it is part of.
        #[must_use]
        pub fn utf8(input: &[u8]) -> usize {
            width_utf8(input, Escapes::Skip)
        }

        /// Returns the width of UTF-16, by clusters.
        #[must_use]
        pub fn utf16(input: &[u16], ambiguous_as_wide: bool) -> usize {
            width_utf16(input, Escapes::Skip, ambiguous_as_wide)
        }

        /// Returns the length of the longest prefix of UTF-8 that is at most `max_width` wide.
        ///
        /// It ends at a whole character, and has the escape sequences and what else takes no room
        /// up to the character that does not fit.
        ///
        /// # Examples
        ///
        /// ```
        /// use bun_str::strings::visible::width::exclude_ansi_colors::utf8_index_at_width;
        ///
        /// assert_eq!(utf8_index_at_width("a漢b".as_bytes(), 2), 1);
        /// assert_eq!(utf8_index_at_width(b"\x1b[1mab\x1b[0mc", 2), 10);
        /// ```
        #[must_use]
        pub fn utf8_index_at_width(input: &[u8], max_width: usize) -> usize {
            index(input, max_width)
        }
    }
}
