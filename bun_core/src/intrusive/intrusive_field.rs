//! "This struct embeds one of those": the way from each to the other, as a bound.
#![expect(unsafe_code, reason = "declares an unsafe trait, which `intrusive_field!` implements")]

use super::container_of;

/// A struct that embeds one `F`: a queue node, a task, a timer.
///
/// Implemented by [`intrusive_field!`](crate::intrusive_field), which names the field and has the
/// compiler check its type. Generic code gets from the struct to the field and back.
///
/// # Safety
///
/// At `OFFSET` bytes of every `Self` there is an `F`.
///
/// # Examples
///
/// ```
/// use bun_core::{IntrusiveField, heap, intrusive_field};
///
/// struct Node(u8);
/// struct Job {
///     id: u32,
///     node: Node,
/// }
/// intrusive_field!(Job, node: Node);
///
/// /// # Safety
/// ///
/// /// `node` is in a `T` on the heap, derived from the pointer to it, which nobody uses again.
/// unsafe fn finish<T: IntrusiveField<Node>>(node: *mut Node) -> Box<T> {
///     // SAFETY: the caller's.
///     let whole = unsafe { T::from_field_ptr(node) };
///     // SAFETY: the caller's.
///     unsafe { heap::take(whole) }
/// }
///
/// let job = heap::alloc(Job { id: 3, node: Node(0) });
/// // SAFETY: `job` lives.
/// let node = unsafe { Job::field_of(job) };
/// // SAFETY: from `job`, which is from `alloc`.
/// assert_eq!(unsafe { finish::<Job>(node) }.id, 3);
/// ```
pub unsafe trait IntrusiveField<F>: Sized {
    /// Where the field is, in bytes.
    const OFFSET: usize;

    /// Returns the field.
    fn field_mut(&mut self) -> &mut F;

    /// Returns the pointer to the field of `*this`.
    ///
    /// # Safety
    ///
    /// `this` points to a `Self`, initialised or not.
    #[inline]
    #[must_use]
    unsafe fn field_of(this: *mut Self) -> *mut F {
        // SAFETY: the field is within the `Self` at `this`.
        unsafe { this.byte_add(Self::OFFSET) }.cast()
    }

    /// Returns the struct around `field`.
    ///
    /// # Safety
    ///
    /// `field` was derived from a pointer to a whole `Self`, for instance by
    /// [`field_of`](Self::field_of), and not by way of a reference to the field.
    #[inline]
    #[must_use]
    unsafe fn from_field_ptr(field: *mut F) -> *mut Self {
        // SAFETY: the caller's; the offset is right by the contract of the trait.
        unsafe { container_of(field, Self::OFFSET) }
    }
}

/// Says which field of a struct is the embedded one: `intrusive_field!(Job, node: Node);`.
///
/// Generic parameters stand in brackets in front:
/// `intrusive_field!([T: Send] Wrapper<T>, inner: Node);`. The type must be exactly the field's.
///
/// # Examples
///
/// ```
/// use bun_core::IntrusiveField;
///
/// struct Node;
/// struct Wrapper<'a, T> {
///     value: &'a T,
///     node: Node,
/// }
/// bun_core::intrusive_field!(['a, T] Wrapper<'a, T>, node: Node);
///
/// let mut wrapper = Wrapper { value: &1, node: Node };
/// let _: &mut Node = wrapper.field_mut();
/// assert_eq!(*wrapper.value, 1);
/// ```
///
/// ```compile_fail,E0308
/// struct Job {
///     node: Box<u32>,
/// }
/// bun_core::intrusive_field!(Job, node: u32);
/// ```
#[macro_export]
macro_rules! intrusive_field {
    ([$($generics:tt)*] $Parent:ty, $field:ident : $Field:ty) => {
        // SAFETY: the offset is the field's, and `field_mut` has the compiler compare its type.
        unsafe impl<$($generics)*> $crate::IntrusiveField<$Field> for $Parent {
            const OFFSET: usize = ::core::mem::offset_of!($Parent, $field);

            #[inline]
            fn field_mut(&mut self) -> &mut $Field {
                // A raw pointer is not dereferenced on the way, as a reference would be.
                let _: *const $Field = &raw const self.$field;
                &mut self.$field
            }
        }
    };
    ($Parent:ty, $field:ident : $Field:ty) => {
        $crate::intrusive_field!([] $Parent, $field: $Field);
    };
}
