//! simdutf, whose conversions take pointers.

#![expect(unsafe_code, reason = "conversions of the C++ library, which take pointers")]

use alloc::rc::Rc;

use super::{Task, Text, sum};
use crate::row::Contender;

/// The library's conversion for `task`, which is one of the two without allocation.
pub(super) fn simdutf_contender(text: &Rc<Text>, task: Task) -> Contender {
    let text = Rc::clone(text);
    let mut units = vec![0_u16; text.bytes.len() + 64];
    let mut bytes = vec![0_u8; 3 * text.units.len() + 64];
    Contender::rival("simdutf (C++)", move |n| {
        sum(n, || match task {
            Task::ToUtf16 => {
                let source = text.bytes();
                // SAFETY: the source has the length; the output has a unit for each of its bytes.
                unsafe {
                    simdutf::convert_utf8_to_utf16le(
                        source.as_ptr(),
                        source.len(),
                        units.as_mut_ptr(),
                    )
                }
            }
            _ => {
                let source = text.units();
                // SAFETY: as above, with three bytes for each unit.
                unsafe {
                    simdutf::convert_utf16le_to_utf8(
                        source.as_ptr(),
                        source.len(),
                        bytes.as_mut_ptr(),
                    )
                }
            }
        })
    })
}
