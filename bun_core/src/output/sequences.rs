//! ANSI escape sequences, as text in `ansi` and as bytes in `ansi_b`.

macro_rules! sequences {
    ($($name:ident = $text:literal, $what:literal;)+) => {
        /// ANSI escape sequences as text.
        ///
        /// # Examples
        ///
        /// ```
        /// use bun_core::Output::ansi;
        ///
        /// assert_eq!(format!("{}!{}", ansi::RED, ansi::RESET), "\x1b[31m!\x1b[0m");
        /// ```
        pub mod ansi {
            $(#[doc = $what] pub const $name: &str = $text;)+
        }

        /// ANSI escape sequences as bytes.
        pub mod ansi_b {
            $(#[doc = $what] pub const $name: &[u8] = super::ansi::$name.as_bytes();)+
        }
    };
}

sequences! {
    RESET = "\x1b[0m", "Ends every style.";
    BOLD = "\x1b[1m", "Bold.";
    DIM = "\x1b[2m", "Faint.";
    ITALIC = "\x1b[3m", "Italic.";
    UNDERLINE = "\x1b[4m", "Underlined.";
    INVERT = "\x1b[7m", "Foreground and background exchanged.";
    STRIKETHROUGH = "\x1b[9m", "Crossed out.";
    BLACK = "\x1b[30m", "Black text.";
    RED = "\x1b[31m", "Red text.";
    GREEN = "\x1b[32m", "Green text.";
    YELLOW = "\x1b[33m", "Yellow text.";
    BLUE = "\x1b[34m", "Blue text.";
    MAGENTA = "\x1b[35m", "Magenta text.";
    CYAN = "\x1b[36m", "Cyan text.";
    WHITE = "\x1b[37m", "White text.";
    BRIGHT_WHITE = "\x1b[97m", "Bright white text.";
    BG_RED = "\x1b[41m", "Red background.";
    BG_GREEN = "\x1b[42m", "Green background.";
}
