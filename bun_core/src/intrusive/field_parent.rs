//! Named ways from a child to its parent.

/// Gives a type functions from a pointer to it to the struct in which it is a field.
///
/// For types of which every value that is asked is that field. Each function is `unsafe`, takes a
/// raw pointer and yields a raw pointer; which of them it is follows from the form:
///
/// | form | function |
/// |---|---|
/// | `fn parent;`, `fn shared parent;` | `unsafe fn parent(this: *const Child) -> *const Parent` |
/// | `fn mut parent;`, `fn raw parent;` | `unsafe fn parent(this: *mut Child) -> *mut Parent` |
/// | `fn nonnull parent;` | `unsafe fn parent(this: NonNull<Child>) -> NonNull<Parent>` |
/// | `fn parent; fn parent_mut;` | the first and the second |
///
/// Methods on `&self` were rejected. A reference to the child gives no right to the rest of the
/// parent, and safe code can make a child that has none.
///
/// # Examples
///
/// ```
/// use bun_core::{heap, impl_field_parent};
///
/// struct Assets {
///     count: u32,
/// }
/// struct Server {
///     port: u16,
///     assets: Assets,
/// }
/// impl_field_parent! { Assets => Server.assets; fn owner; fn owner_mut; }
///
/// let server = heap::alloc(Server { port: 80, assets: Assets { count: 0 } });
/// // SAFETY: `server` lives.
/// let assets: *mut Assets = unsafe { &raw mut (*server).assets };
/// // SAFETY: `assets` was derived from `server`.
/// let owner = unsafe { Assets::owner_mut(assets) };
/// // SAFETY: as above.
/// assert_eq!(unsafe { Assets::owner(assets) }, owner);
/// // SAFETY: `server` lives, and there is no reference to it.
/// unsafe { (*owner).assets.count += 1 };
/// // SAFETY: `server` is from `alloc` and not used again.
/// let server = unsafe { heap::take(owner) };
/// assert_eq!((server.port, server.assets.count), (80, 1));
/// ```
///
/// A child that is borrowed has no parent to ask for:
///
/// ```compile_fail,E0599
/// struct Child;
/// struct Parent { child: Child }
/// bun_core::impl_field_parent! { Child => Parent.child; fn parent; }
/// let alone = Child;
/// alone.parent();
/// ```
#[macro_export]
macro_rules! impl_field_parent {
    ($Child:ty => $Parent:ident . $field:ident ;
        $v:vis fn $name:ident ; $vm:vis fn $mut:ident ;
    ) => {
        $crate::impl_field_parent! { $Child => $Parent.$field; $v fn $name; }
        $crate::impl_field_parent! { $Child => $Parent.$field; $vm fn mut $mut; }
    };
    ($Child:ty => $Parent:ident . $field:ident ; $v:vis fn shared $name:ident ;) => {
        $crate::impl_field_parent! { $Child => $Parent.$field; $v fn $name; }
    };
    ($Child:ty => $Parent:ident . $field:ident ; $v:vis fn raw $name:ident ;) => {
        $crate::impl_field_parent! { $Child => $Parent.$field; $v fn mut $name; }
    };
    ($Child:ty => $Parent:ident . $field:ident ; $v:vis fn mut $name:ident ;) => {
        impl $Child {
            /// Returns the struct around `*this`.
            ///
            /// # Safety
            ///
            /// `this` was derived from a pointer to the whole parent, not from a reference to the
            /// field.
            #[inline]
            $v unsafe fn $name(this: *mut Self) -> *mut $Parent {
                // SAFETY: the caller's; the offset is the field's.
                unsafe { $crate::from_field_ptr!($Parent, $field, this) }
            }
        }
    };
    ($Child:ty => $Parent:ident . $field:ident ; $v:vis fn nonnull $name:ident ;) => {
        impl $Child {
            /// Returns the struct around the value at `this`.
            ///
            /// # Safety
            ///
            /// `this` was derived from a pointer to the whole parent, not from a reference to the
            /// field.
            #[inline]
            $v unsafe fn $name(this: ::core::ptr::NonNull<Self>) -> ::core::ptr::NonNull<$Parent> {
                // SAFETY: the caller's; the offset is the field's.
                let parent = unsafe { $crate::from_field_ptr!($Parent, $field, this) };
                // SAFETY: the start of an object that exists.
                unsafe { ::core::ptr::NonNull::new_unchecked(parent) }
            }
        }
    };
    ($Child:ty => $Parent:ident . $field:ident ; $v:vis fn $name:ident ;) => {
        impl $Child {
            /// Returns the struct around `*this`, to read it.
            ///
            /// # Safety
            ///
            /// `this` was derived from a pointer to the whole parent, not from a reference to the
            /// field.
            #[inline]
            $v unsafe fn $name(this: *const Self) -> *const $Parent {
                // SAFETY: the caller's; the offset is the field's.
                unsafe { $crate::from_field_ptr!($Parent, $field, this) }.cast_const()
            }
        }
    };
}
