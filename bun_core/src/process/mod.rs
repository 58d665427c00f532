//! The process: its environment, its memory of how it was started, its end and its children.

mod environ;

pub use environ::{c_environ, getenv_z};
