//! `StackCheck`: whether recursion may go on.
//!
//! A parser that recurses over its input asks before each level, and reports an error instead of
//! running into the guard page. The end of the stack comes from the system, once a thread.
//!
//! AddressSanitizer may keep locals elsewhere; then the answer is worth nothing, unless the option
//! `detect_stack_use_after_return=0` is set.
//!
//! Rejected: counting levels, which is wrong in one direction or the other as frames change;
//! reading the stack pointer by inline assembly: the address of a local is as good, and portable.

mod bounds;

#[cfg(test)]
mod tests;

use core::cell::Cell;

/// The stack below which recursion stops: enough for what is called on the way, and for reporting.
const RESERVE: usize = if crate::env::IS_WINDOWS { 256 * 1024 } else { 128 * 1024 };

/// What is taken for granted of a stack of which the system says nothing, from where it was asked.
const ASSUMED: usize = 512 * 1024;

thread_local! {
    /// The lowest address of this thread's stack; zero while it was not asked for.
    static END: Cell<usize> = const { Cell::new(0) };
}

/// The end of a thread's stack, to compare with.
///
/// Answers for the thread that made it. On another thread the answer means nothing, though asking
/// is harmless. The default one, which knows no end, always answers that it is safe.
///
/// Zig: `bun.StackCheck`.
///
/// # Examples
///
/// ```
/// use bun_core::StackCheck;
///
/// /// Returns how deep the brackets are nested, or `None` when that is too deep to find out.
/// fn depth(text: &[u8], stack: StackCheck) -> Option<u64> {
///     if !stack.is_safe_to_recurse() {
///         return None;
///     }
///     match text {
///         [b'[', rest @ ..] => Some(1 + depth(rest, stack)?),
///         _ => Some(0),
///     }
/// }
///
/// assert_eq!(depth(b"[[[]]]", StackCheck::init()), Some(3));
/// assert_eq!(depth(&[b'['; 10_000_000], StackCheck::init()), None);
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct StackCheck {
    end: usize,
}

impl StackCheck {
    /// Finds the end of this thread's stack now, which [`init`](Self::init) does the first time.
    ///
    /// The first call of a thread may read `/proc`; every other is a load.
    ///
    /// Zig: `StackCheck.configureThread`.
    #[doc(alias = "configureThread")]
    pub fn configure_thread() {
        let _ = end_of_stack();
    }

    /// A check for this thread.
    #[must_use]
    pub fn init() -> Self {
        Self { end: end_of_stack() }
    }

    /// Makes this a check for the thread that calls.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::StackCheck;
    ///
    /// let mut stack = StackCheck::default();
    /// std::thread::scope(|scope| {
    ///     scope.spawn(|| stack.update());
    /// });
    /// assert_ne!(stack, StackCheck::default());
    /// ```
    pub fn update(&mut self) {
        *self = Self::init();
    }

    /// Whether at least 128 KiB of stack are left, 256 on Windows.
    ///
    /// Zig: `StackCheck.isSafeToRecurse`.
    #[doc(alias = "isSafeToRecurse")]
    #[inline]
    #[must_use]
    pub fn is_safe_to_recurse(self) -> bool {
        self.is_safe_to_recurse_with_extra(0)
    }

    /// Whether there are `extra` bytes of stack beyond what [`is_safe_to_recurse`] asks for.
    ///
    /// [`is_safe_to_recurse`]: Self::is_safe_to_recurse
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::StackCheck;
    ///
    /// let stack = StackCheck::init();
    /// assert!(stack.is_safe_to_recurse_with_extra(4096));
    /// assert!(!stack.is_safe_to_recurse_with_extra(usize::MAX));
    /// ```
    #[inline]
    #[must_use]
    pub fn is_safe_to_recurse_with_extra(self, extra: usize) -> bool {
        here().saturating_sub(self.end) > RESERVE.saturating_add(extra)
    }
}

/// An address in the frame of the function that this becomes part of.
#[inline(always)]
fn here() -> usize {
    let local = 0_u8;
    (&raw const local).addr()
}

fn end_of_stack() -> usize {
    let known = END.get();
    if known != 0 {
        return known;
    }
    let end = bounds::end_of_stack().unwrap_or_else(|| here().saturating_sub(ASSUMED));
    END.set(end);
    end
}
