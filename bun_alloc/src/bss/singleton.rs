//! Macros that declare a store of the process and a function that returns it.
//!
//! A generic type cannot own a static per instantiation, so the static is declared where the store
//! is used. Two declarations are two stores, whatever their names.

/// Declares a function that returns a process-wide [`BSSList`](crate::BSSList).
///
/// Zig: `BSSList(T, n).init`.
///
/// # Examples
///
/// ```
/// bun_alloc::bss_list! { pub entry_store : u32, 4096 }
///
/// let entry: &'static u32 = entry_store().append(7)?;
/// assert_eq!((*entry, entry_store().len()), (7, 1));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[macro_export]
macro_rules! bss_list {
    ($(#[$meta:meta])* $vis:vis $name:ident : $value:ty, $count:expr $(,)?) => {
        $crate::bss_singleton! {
            $(#[$meta])* $vis fn $name() -> $crate::BSSList<$value, { $count }>
        }
    };
}

/// Declares a function that returns a process-wide [`BSSStringList`](crate::BSSStringList).
///
/// Zig: `BSSStringList(n, item_length).init`.
///
/// # Examples
///
/// ```
/// bun_alloc::bss_string_list! { pub dirname_store : 2048, 128 }
///
/// let name: &'static [u8] = dirname_store().append(b"/usr/lib")?;
/// assert!(dirname_store().exists(name));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[macro_export]
macro_rules! bss_string_list {
    ($(#[$meta:meta])* $vis:vis $name:ident : $count:expr, $item_length:expr $(,)?) => {
        $crate::bss_singleton! {
            $(#[$meta])* $vis fn $name() -> $crate::BSSStringList<{ $count }, { $item_length }>
        }
    };
}

/// Declares a function that returns a process-wide [`BSSMapInner`](crate::BSSMapInner).
///
/// Zig: `BSSMap(V, n, false, _, trim).init`.
///
/// # Examples
///
/// ```
/// bun_alloc::bss_map_inner! { pub entries : u32, 2048, true }
///
/// let mut result = entries().get_or_put(b"/usr/lib/")?;
/// entries().put_shared(&mut result, 7)?;
/// assert_eq!(entries().get_shared(b"/usr/lib"), Some(&7));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[macro_export]
macro_rules! bss_map_inner {
    ($(#[$meta:meta])* $vis:vis $name:ident : $value:ty, $count:expr, $trim:expr $(,)?) => {
        $crate::bss_singleton! {
            $(#[$meta])* $vis fn $name() -> $crate::BSSMapInner<$value, { $count }, { $trim }>
        }
    };
}

/// Declares a function that returns a process-wide [`BSSMap`](crate::BSSMap).
///
/// Zig: `BSSMap(V, n, true, key_length, trim).init`.
///
/// # Examples
///
/// ```
/// bun_alloc::bss_map! { pub packages : u32, 1024, 64, false }
///
/// let mut result = packages().get_or_put(b"left-pad")?;
/// packages().put_shared(b"left-pad", true, &mut result, 7)?;
/// assert_eq!(packages().key_at_index(result.index), Some(&b"left-pad"[..]));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[macro_export]
macro_rules! bss_map {
    (
        $(#[$meta:meta])* $vis:vis $name:ident :
        $value:ty, $count:expr, $key_length:expr, $trim:expr $(,)?
    ) => {
        $crate::bss_singleton! {
            $(#[$meta])* $vis fn $name()
                -> $crate::BSSMap<$value, { $count }, { $key_length }, { $trim }>
        }
    };
}

/// What the other macros expand to.
#[doc(hidden)]
#[macro_export]
macro_rules! bss_singleton {
    ($(#[$meta:meta])* $vis:vis fn $name:ident() -> $store:ty) => {
        $(#[$meta])*
        #[doc = "Returns the process-wide store."]
        #[must_use]
        $vis fn $name() -> &'static $store {
            static STORE: $store = <$store>::new();
            &STORE
        }
    };
}
