//! Walks the stack of the thread that calls.

use backtrace::Frame;

/// Writes the return addresses of the stack into `addresses`, the innermost first, from the caller
/// on, and returns how many.
///
/// With `begin`, an address such as [`return_address`] gives, from that frame on. When no frame has
/// that address, because a call was inlined, from the caller on: more rather than nothing. Zero is
/// no address. Returns zero on a system whose stacks cannot be walked.
///
/// Windows and macOS do not say where a function starts: there the frames of the capture itself,
/// some five, come first.
///
/// Zig: `std.debug.captureStackTrace`.
///
/// # Examples
///
/// ```
/// let mut addresses = [0; 8];
/// let count = bun_core::capture_stack_trace(0, &mut addresses);
/// assert!(addresses[..count].iter().all(|&address| address != 0));
/// ```
#[doc(alias = "captureStackTrace")]
#[inline(never)]
#[must_use]
pub fn capture_stack_trace(begin: usize, addresses: &mut [usize]) -> usize {
    capture_above(
        capture_stack_trace as fn(usize, &mut [usize]) -> usize as usize,
        begin,
        addresses,
    )
}

/// As [`capture_stack_trace`], from the caller of the function that starts at `own`.
pub(super) fn capture_above(own: usize, begin: usize, addresses: &mut [usize]) -> usize {
    let mut count = 0;
    let (mut below_own, mut below_begin) = (true, begin != 0);
    backtrace::trace(|frame| {
        if below_own && start(frame) == own {
            // What came so far was the walk itself.
            (below_own, count) = (false, 0);
            return true;
        }
        let address = frame.ip().addr();
        if below_begin && address == begin {
            (below_own, below_begin, count) = (false, false, 0);
        }
        if address != 0
            && let Some(place) = addresses.get_mut(count)
        {
            *place = address;
            count += 1;
        }
        below_own || below_begin || count < addresses.len()
    });
    count
}

/// Returns the address at which the calling function will return into its caller.
///
/// Zero when that cannot be told: on a system whose stacks cannot be walked, or which does not say
/// where functions start. A function that is inlined has no return: mark it `#[inline(never)]`.
///
/// This walks the stack; Zig reads one word.
///
/// Zig: `@returnAddress()`.
///
/// # Examples
///
/// ```
/// #[inline(never)]
/// fn callee() -> usize {
///     bun_core::return_address()
/// }
///
/// let _address = callee();
/// ```
#[doc(alias = "returnAddress")]
#[inline(never)]
#[must_use]
pub fn return_address() -> usize {
    let own = return_address as fn() -> usize as usize;
    // The frames from this function outwards: itself, the function that asks, its caller.
    let mut outwards = 0;
    let mut address = 0;
    backtrace::trace(|frame| {
        if outwards > 0 || start(frame) == own {
            outwards += 1;
        }
        if outwards == 3 {
            address = frame.ip().addr();
        }
        outwards < 3
    });
    address
}

/// The address at which the function of a frame starts.
fn start(frame: &Frame) -> usize {
    frame.symbol_address().addr()
}
