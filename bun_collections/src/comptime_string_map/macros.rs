//! The macros that make maps while compiling.

/// Defines maps from byte strings to values, or is one in an expression.
///
/// A value is a constant expression. A set has values of `()`, which are left out.
///
/// Zig: `bun.ComptimeStringMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::{ComptimeStringMap, comptime_string_map};
///
/// comptime_string_map! {
///     /// Sizes in bytes.
///     pub static UNITS: u64 = {
///         b"b" => 1,
///         b"kb" => 1 << 10,
///     };
///     static BODILESS: () = [b"GET", b"HEAD"];
/// }
/// assert_eq!(UNITS.get(b"kb").copied(), Some(1024));
/// assert!(BODILESS.has(b"HEAD"));
///
/// struct Flag;
/// impl Flag {
///     const NAMES: ComptimeStringMap<bool> =
///         comptime_string_map!(bool, [(b"on", true), (b"off", false)]);
/// }
/// assert_eq!(Flag::NAMES.get(b"off"), Some(&false));
/// ```
///
/// A key that is there twice is an error:
///
/// ```compile_fail,E0080
/// bun_collections::comptime_string_map! {
///     static TWICE: u32 = { b"a" => 1, b"b" => 2, b"a" => 3 };
/// }
/// ```
///
/// Keys are bytes:
///
/// ```compile_fail,E0308
/// bun_collections::comptime_string_map! { static TEXT: u32 = { "a" => 1 }; }
/// ```
#[macro_export]
macro_rules! comptime_string_map {
    // Statics.
    ($(#[$meta:meta])* $vis:vis static $name:ident: $value_type:ty = {
        $($key:expr => $value:expr),* $(,)?
    }; $($more:tt)*) => {
        $(#[$meta])*
        $vis static $name: $crate::ComptimeStringMap<$value_type> =
            $crate::comptime_string_map!($value_type, [$(($key, $value)),*]);
        $crate::comptime_string_map! { $($more)* }
    };
    ($(#[$meta:meta])* $vis:vis static $name:ident: () = [$($key:expr),* $(,)?]; $($more:tt)*) => {
        $crate::comptime_string_map! {
            $(#[$meta])* $vis static $name: () = { $($key => ()),* };
            $($more)*
        }
    };
    () => {};
    // An expression.
    ($value_type:ty, [$(($key:expr, $value:expr)),* $(,)?]) => {{
        const __KEYS: &[&[u8]] = &[$($key),*];
        static __TABLE: $crate::comptime_string_map::Table<
            $value_type,
            { __KEYS.len() },
            { $crate::comptime_string_map::slots(__KEYS.len()) },
            { $crate::comptime_string_map::lens(__KEYS) },
        > = $crate::comptime_string_map::Table::new([
            $($crate::comptime_string_map::KV { key: $key, value: $value }),*
        ]);
        __TABLE.map()
    }};
    ($value_type:ty, { $($key:expr => $value:expr),* $(,)? }) => {
        $crate::comptime_string_map!($value_type, [$(($key, $value)),*])
    };
    ((), [$($key:expr),* $(,)?]) => {
        $crate::comptime_string_map!((), [$(($key, ())),*])
    };
}

/// Defines maps from the names of the variants of an enumeration to the variants.
///
/// All variants have to be listed. One whose name in Zig differs is given it behind `=`.
///
/// Zig: `bun.ComptimeEnumMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_enum_map;
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// enum Command {
///     INSERT,
///     SELECT,
///     Other,
/// }
///
/// comptime_enum_map! {
///     static COMMANDS: Command = [INSERT, SELECT, Other = b"other"];
/// }
/// assert_eq!(COMMANDS.get(b"SELECT"), Some(&Command::SELECT));
/// assert_eq!(COMMANDS.get(b"other"), Some(&Command::Other));
/// assert_eq!(COMMANDS.get_key(&Command::INSERT), Some(&b"INSERT"[..]));
/// ```
///
/// A variant that is left out is an error:
///
/// ```compile_fail,E0004
/// enum Command {
///     Insert,
///     Select,
/// }
///
/// bun_collections::comptime_enum_map! { static COMMANDS: Command = [Insert]; }
/// ```
#[macro_export]
macro_rules! comptime_enum_map {
    ($(#[$meta:meta])* $vis:vis static $name:ident: $enum:ty = [
        $($variant:ident $(= $tag:expr)?),* $(,)?
    ]; $($more:tt)*) => {
        const _: fn(&$enum) = |value| match value {
            $(<$enum>::$variant => (),)*
        };
        $crate::comptime_string_map! {
            $(#[$meta])*
            $vis static $name: $enum = {
                $($crate::comptime_enum_map!(@tag $variant $($tag)?) => <$enum>::$variant),*
            };
        }
        $crate::comptime_enum_map! { $($more)* }
    };
    (@tag $variant:ident) => {
        $crate::comptime_string_map::tag_name(stringify!($variant))
    };
    (@tag $variant:ident $tag:expr) => {
        $tag
    };
    () => {};
}
