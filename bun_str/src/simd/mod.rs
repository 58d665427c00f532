//! Vector code: the only files of this crate that name an instruction set.

pub(crate) mod transcode;
