//! Names of types for people.

/// Returns the name of a type without the path in front of it.
///
/// Paths may be spelled as in Zig, with dots, or as in Rust. A name with parentheses, as Zig gives
/// to types that a function made, is left as it is; so are the arguments of a generic type.
///
/// Zig: `bun.meta.typeBaseName`.
///
/// # Examples
///
/// ```
/// use bun_core::type_base_name;
///
/// assert_eq!(type_base_name("bun.js.api.Server"), "Server");
/// assert_eq!(type_base_name(core::any::type_name::<std::path::Path>()), "Path");
/// assert_eq!(type_base_name("alloc::vec::Vec<core::any::TypeId>"), "Vec<core::any::TypeId>");
/// assert_eq!(type_base_name("baby_list.BabyList(u8)"), "baby_list.BabyList(u8)");
/// ```
#[doc(alias = "typeBaseName")]
#[must_use]
pub fn type_base_name(full_name: &str) -> &str {
    if full_name.contains('(') {
        return full_name;
    }
    let path = full_name.split('<').next().unwrap_or(full_name);
    let start = path.rfind(['.', ':']).map_or(0, |at| at + 1);
    &full_name[start..]
}
