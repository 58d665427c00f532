//! How an `err!` gets its tag into the name table of the program.
//!
//! The linker collects statics of one section, with the help of `linkme`, wherever it can be told
//! to keep what nothing refers to. GNU's linker for Windows cannot: it collects the garbage of
//! every section but those of its script, of which the pointers to start-up functions are one.

/// Hands a tag to the linker.
#[cfg(not(any(miri, all(windows, target_env = "gnu"))))]
#[doc(hidden)]
#[macro_export]
macro_rules! __register_tag {
    ($tag:ident) => {
        #[$crate::__private::linkme::distributed_slice($crate::__private::LINKED)]
        #[linkme(crate = $crate::__private::linkme)]
        static LINKED_TAG: $crate::__private::Tag = $tag;
    };
}

/// Registers a tag from a start-up function.
///
/// For GNU's linker on Windows, and for Miri, which has no linker but runs such functions.
#[cfg(any(miri, all(windows, target_env = "gnu")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __register_tag {
    ($tag:ident) => {
        $crate::__at_start!($tag.register());
    };
}

/// Runs an expression before `main`.
#[cfg(any(miri, all(windows, target_env = "gnu")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __at_start {
    ($expression:expr) => {
        #[used]
        #[cfg_attr(miri, unsafe(link_section = ".init_array"))]
        #[cfg_attr(not(miri), unsafe(link_section = ".CRT$XCU"))]
        static AT_START: extern "C" fn() = {
            extern "C" fn at_start() {
                $expression;
            }
            at_start
        };
    };
}
