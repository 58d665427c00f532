//! Accessors for a `union` whose arm a tag beside it tells.

#[cfg(test)]
mod tests;

/// Writes accessors for the arms of a `union` field that a tag field beside it tells apart.
///
/// ```text
/// extern_union_accessors! {
///     unsafe tag: <tag field> as <tag type>, value: <union field>;
///     Variant => arm: Type;                        // fn arm(&self) -> &Type
///     Variant => arm: Type, mut arm_mut;           // and fn arm_mut(&mut self) -> &mut Type
///     Variant => accessor @ arm: Type, mut …;      // where the accessor has another name
/// }
/// ```
///
/// Stands in an `impl` block. An arm may be `ManuallyDrop<Type>`. Each accessor compares the tag in
/// release builds too, and panics if another arm is in the union.
///
/// The word `unsafe` is the promise of who owns the struct: **whenever the tag says a variant, its
/// arm has been written**. That takes private fields, or fields that only code under the same
/// promise writes; without it, safe code could set a tag and read bytes as what they are not.
///
/// # Examples
///
/// ```
/// #[derive(Copy, Clone, PartialEq, Debug)]
/// #[repr(u8)]
/// enum Tag {
///     Count,
///     Name,
/// }
/// #[repr(C)]
/// union Value {
///     count: u32,
///     name: &'static str,
/// }
/// #[repr(C)]
/// pub struct Tagged {
///     tag: Tag,
///     value: Value,
/// }
/// impl Tagged {
///     bun_core::extern_union_accessors! {
///         unsafe tag: tag as Tag, value: value;
///         Count => count: u32, mut count_mut;
///         Name => as_name @ name: &'static str;
///     }
///
///     pub fn new(count: u32) -> Self {
///         Self { tag: Tag::Count, value: Value { count } }
///     }
/// }
///
/// let mut tagged = Tagged::new(3);
/// *tagged.count_mut() += 1;
/// assert_eq!(*tagged.count(), 4);
/// # assert_eq!(Tag::Name, Tag::Name);
/// # assert!(std::panic::catch_unwind(|| Tagged::new(3).as_name().len()).is_err());
/// ```
///
/// Without the promise it does not compile:
///
/// ```compile_fail
/// struct Tagged { tag: u8, value: u8 }
/// impl Tagged {
///     bun_core::extern_union_accessors! {
///         tag: tag as u8, value: value;
///     }
/// }
/// ```
#[macro_export]
macro_rules! extern_union_accessors {
    (tag: $($rest:tt)*) => {
        ::core::compile_error!(
            "write `unsafe tag: …` to promise that the tag always tells which arm was written"
        );
    };
    (unsafe tag: $tag:ident as $Tag:ident, value: $value:ident; $($arms:tt)*) => {
        $crate::extern_union_accessors! { @arms [$tag $Tag $value] $($arms)* }
    };
    (@arms $in:tt) => {};
    (@arms $in:tt $Variant:ident => $arm:ident : $Type:ty; $($rest:tt)*) => {
        $crate::extern_union_accessors! { @get $in $Variant $arm $arm $Type }
        $crate::extern_union_accessors! { @arms $in $($rest)* }
    };
    (@arms $in:tt $Variant:ident => $arm:ident : $Type:ty, mut $mut:ident; $($rest:tt)*) => {
        $crate::extern_union_accessors! { @get $in $Variant $arm $arm $Type }
        $crate::extern_union_accessors! { @get_mut $in $Variant $mut $arm $Type }
        $crate::extern_union_accessors! { @arms $in $($rest)* }
    };
    (@arms $in:tt $Variant:ident => $name:ident @ $arm:ident : $Type:ty; $($rest:tt)*) => {
        $crate::extern_union_accessors! { @get $in $Variant $name $arm $Type }
        $crate::extern_union_accessors! { @arms $in $($rest)* }
    };
    (@arms $in:tt $Variant:ident => $name:ident @ $arm:ident : $Type:ty, mut $mut:ident;
        $($rest:tt)*
    ) => {
        $crate::extern_union_accessors! { @get $in $Variant $name $arm $Type }
        $crate::extern_union_accessors! { @get_mut $in $Variant $mut $arm $Type }
        $crate::extern_union_accessors! { @arms $in $($rest)* }
    };
    (@get [$tag:ident $Tag:ident $value:ident]
        $Variant:ident $name:ident $arm:ident $Type:ty
    ) => {
        /// Returns this arm of the union.
        ///
        /// # Panics
        ///
        /// If the tag tells another one.
        #[inline]
        #[track_caller]
        pub fn $name(&self) -> &$Type {
            ::core::assert!(::core::matches!(self.$tag, $Tag::$Variant), "another arm is set");
            // SAFETY: the tag tells that this arm was written, by the promise to the macro.
            unsafe { &self.$value.$arm }
        }
    };
    (@get_mut [$tag:ident $Tag:ident $value:ident]
        $Variant:ident $name:ident $arm:ident $Type:ty
    ) => {
        /// Returns this arm of the union, to change it.
        ///
        /// # Panics
        ///
        /// If the tag tells another one.
        #[inline]
        #[track_caller]
        pub fn $name(&mut self) -> &mut $Type {
            ::core::assert!(::core::matches!(self.$tag, $Tag::$Variant), "another arm is set");
            // SAFETY: as in the accessor that reads.
            let arm = unsafe { &mut self.$value.$arm };
            arm
        }
    };
}
