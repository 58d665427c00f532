//! Breaking the heap down by malloc zone, as Instruments on macOS can show it.
//!
//! Memory that goes through mimalloc has no zones, so this is off; the constant lets ported code
//! keep its condition.

/// Whether allocations are put into named zones.
///
/// Zig: `bun.heap_breakdown.enabled`.
///
/// # Examples
///
/// ```
/// assert!(!bun_alloc::heap_breakdown::ENABLED);
/// ```
pub const ENABLED: bool = false;
