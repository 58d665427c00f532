//! The one function of the JavaScript printer that formatting needs; the printer itself is above.

pub use crate::fmt::write_json_string;
