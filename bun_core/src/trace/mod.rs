//! Where the program is: stacks as addresses, stored cheaply and named when somebody looks.
//!
//! Capturing walks the unwind tables and takes a lock of the `backtrace` crate: not for signal
//! handlers, which have [`debug::capture_from_context`](crate::debug::capture_from_context).
//! `std::backtrace` can neither store addresses in an array nor name them later, hence the crate.

mod capture;
mod crash_state;
mod dump;

#[cfg(test)]
mod tests;

pub use capture::{capture_stack_trace, return_address};
pub use crash_state::{
    CRASH_HANDLER_INSTALLED, PANICKING, WINDOWS_SEGFAULT_HANDLE, handle_error_return_trace,
};
pub use dump::{DumpStackTraceOptions, dump_current_stack_trace, dump_stack_trace};

/// Return addresses, the innermost first.
///
/// Zig: `std.builtin.StackTrace`.
///
/// # Examples
///
/// ```
/// use bun_core::{StackTrace, capture_stack_trace};
///
/// let mut addresses = [0; 16];
/// let index = capture_stack_trace(0, &mut addresses);
/// let trace = StackTrace { index, instruction_addresses: &addresses };
/// assert!(trace.frames().len() <= 16);
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct StackTrace<'a> {
    /// How many addresses are in use.
    pub index: usize,
    /// The addresses, and room for more.
    pub instruction_addresses: &'a [usize],
}

impl<'a> StackTrace<'a> {
    /// The addresses in use; all of them when `index` says more than there are.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::StackTrace;
    ///
    /// let trace = StackTrace { index: 2, instruction_addresses: &[10, 20, 0, 0] };
    /// assert_eq!(trace.frames(), [10, 20]);
    /// ```
    #[must_use]
    pub fn frames(&self) -> &'a [usize] {
        let in_use = self.index.min(self.instruction_addresses.len());
        &self.instruction_addresses[..in_use]
    }
}

/// Up to 31 return addresses, kept for later: 256 bytes, without a heap.
///
/// Zig: `bun.crash_handler.StoredTrace`.
///
/// # Examples
///
/// ```
/// use bun_core::{DumpStackTraceOptions, StoredTrace, dump_stack_trace};
///
/// struct Handle {
///     created: StoredTrace,
/// }
///
/// let handle = Handle { created: StoredTrace::capture(None) };
/// // When it turns out to have leaked:
/// dump_stack_trace(&handle.created.trace(), DumpStackTraceOptions::default());
/// # assert_eq!(StoredTrace::EMPTY.trace().frames(), []);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct StoredTrace {
    data: [usize; 31],
    index: usize,
}

impl StoredTrace {
    /// No addresses.
    pub const EMPTY: Self = Self { data: [0; 31], index: 0 };

    /// No addresses.
    #[must_use]
    pub const fn empty() -> Self {
        Self::EMPTY
    }

    /// Captures the stack of the caller, from the frame that `begin` is an address of, if it is
    /// one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::StoredTrace;
    ///
    /// let trace = StoredTrace::capture(None);
    /// assert!(trace.trace().frames().len() <= 31);
    /// ```
    #[inline(never)]
    #[must_use]
    pub fn capture(begin: Option<usize>) -> Self {
        let mut stored = Self::EMPTY;
        let own = Self::capture as fn(Option<usize>) -> Self as usize;
        stored.index = capture::capture_above(own, begin.unwrap_or(0), &mut stored.data);
        stored
    }

    /// The addresses.
    #[must_use]
    pub fn trace(&self) -> StackTrace<'_> {
        StackTrace { index: self.index, instruction_addresses: &self.data }
    }

    /// Copies the first 31 addresses of a trace.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{StackTrace, StoredTrace};
    ///
    /// let trace = StackTrace { index: 1, instruction_addresses: &[10] };
    /// assert_eq!(StoredTrace::from(Some(&trace)).trace().frames(), [10]);
    /// assert_eq!(StoredTrace::from(None), StoredTrace::EMPTY);
    /// ```
    #[must_use]
    pub fn from(stack_trace: Option<&StackTrace<'_>>) -> Self {
        let mut stored = Self::EMPTY;
        for (to, from) in stored.data.iter_mut().zip(stack_trace.map_or(&[][..], |t| t.frames())) {
            *to = *from;
            stored.index += 1;
        }
        stored
    }
}

impl Default for StoredTrace {
    fn default() -> Self {
        Self::EMPTY
    }
}
