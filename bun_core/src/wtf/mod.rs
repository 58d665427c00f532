//! Numbers and dates as WebKit's library reads them, without it.

mod date;
mod double;

#[cfg(test)]
mod tests;

pub use self::date::{InvalidDate, parse_es5_date};
pub use self::double::{InvalidCharacter, parse_double};
