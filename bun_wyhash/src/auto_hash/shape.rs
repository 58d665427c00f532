//! `Shape`: what a type's memory looks like in Zig, as far as its hash depends on it.
//!
//! Zig hashes a struct in one of two ways. When its bytes determine its value (every field is such
//! a type, and there is no padding), it hashes the memory, and there an ordinary struct has its
//! fields sorted by descending alignment. Otherwise it hashes field after field as declared. The
//! bytes of each field are the same either way, so all that the layout decides is the *order* of
//! the fields, and that can be computed without looking at memory:
//!
//! ```text
//! struct { a: u8, b: u64, c: u8, d: u32, e: u16 }     no padding: hashed b d e a c
//! struct { a: u8, b: u64, c: u8, d: u32 }             two bytes of padding: hashed a b c d
//! ```
//!
//! Sizes and alignments are those of Zig on 64-bit machines, not those of the Rust type: results
//! are then the same on every target.

/// Size, alignment and uniqueness of a type's representation in Zig.
///
/// Needed to implement [`AutoHash`](crate::AutoHash) by hand; the derive builds it otherwise. A
/// type that hashes like another has the other's shape.
///
/// # Examples
///
/// ```
/// use bun_wyhash::{AutoHash, Shape};
///
/// // A struct of 1 + 4 + 1 + 2 bytes has no padding; one of 1 + 4 bytes would.
/// let fields = [u8::SHAPE, u32::SHAPE, u8::SHAPE, u16::SHAPE];
/// assert_eq!(Shape::of_struct(&fields).align(), 4);
/// assert_eq!(Shape::of_struct(&fields[..2]), Shape::STREAMED);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    size: usize,
    /// A power of two, at most 16.
    align: usize,
    /// Equal values have equal bytes, all of which are hashed.
    unique: bool,
    /// A pointer that is never null, so the optional of the type is a pointer too: null is zero.
    pointer: bool,
}

impl Shape {
    /// A type whose parts are hashed one after another. As a field it makes its struct such a type.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// assert_eq!(Option::<u32>::SHAPE, Shape::STREAMED);
    /// assert_eq!(Shape::of_struct(&[u32::SHAPE, Shape::STREAMED]), Shape::STREAMED);
    /// ```
    pub const STREAMED: Shape = Shape { size: 0, align: 1, unique: false, pointer: false };

    /// A field that is not there: nothing is hashed for it, and it takes no room.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    /// use core::marker::PhantomData;
    ///
    /// assert_eq!(PhantomData::<u64>::SHAPE, Shape::ABSENT);
    /// assert_eq!(Shape::of_struct(&[u32::SHAPE, Shape::ABSENT]), u32::SHAPE);
    /// ```
    pub const ABSENT: Shape = Shape { size: 0, align: 1, unique: true, pointer: false };

    /// Returns the shape of an integer of `size` bytes: 0, 1, 2, 4, 8 or 16.
    ///
    /// # Panics
    ///
    /// When `size` is none of these.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// assert_eq!(Shape::integer(4), u32::SHAPE);
    /// assert_eq!(Shape::integer(4), i32::SHAPE);
    /// ```
    #[must_use]
    pub const fn integer(size: usize) -> Shape {
        assert!(matches!(size, 0 | 1 | 2 | 4 | 8 | 16), "no integer of that many bytes");
        Shape { size, align: if size == 0 { 1 } else { size }, unique: true, pointer: false }
    }

    /// A pointer that is never null.
    pub(super) const POINTER: Shape = Shape { pointer: true, ..Shape::integer(size_of::<usize>()) };

    pub(super) const fn array(self, len: usize) -> Shape {
        match self.size.checked_mul(len) {
            Some(size) => Shape { size, pointer: false, ..self },
            None => Shape::STREAMED,
        }
    }

    pub(super) const fn optional(self) -> Shape {
        if self.pointer { Shape { pointer: false, ..self } } else { Shape::STREAMED }
    }

    pub(super) const fn is_pointer(self) -> bool {
        self.pointer
    }

    /// Returns the alignment in bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// assert_eq!(u16::SHAPE.align(), 2);
    /// // In Zig on 64-bit machines, whatever the target of the Rust program.
    /// assert_eq!(u64::SHAPE.align(), 8);
    /// ```
    #[must_use]
    pub const fn align(self) -> usize {
        self.align
    }

    /// Returns the shape of an ordinary Zig struct, whose fields are laid out by alignment.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// // Sorted, the fields lie at 0, 2 and 3. As declared, there would be a hole at 1.
    /// let fields = [u8::SHAPE, u16::SHAPE, u8::SHAPE];
    /// assert_eq!(Shape::of_struct(&fields).align(), 2);
    /// // Three bytes in a struct that is four bytes long.
    /// assert_eq!(Shape::of_struct(&fields[..2]), Shape::STREAMED);
    /// ```
    #[must_use]
    pub const fn of_struct(fields: &[Shape]) -> Shape {
        // Sizes are multiples of alignments, so sorted fields leave padding only at the end.
        let (size, align, unique) = Shape::total(fields);
        if unique && size.is_multiple_of(align) {
            Shape { size, align, unique, pointer: false }
        } else {
            Shape::STREAMED
        }
    }

    /// Returns the shape of a tuple or an `extern struct`, whose fields are laid out as declared.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// let padded = [u8::SHAPE, u16::SHAPE, u8::SHAPE];
    /// assert_eq!(Shape::of_fields_in_order(&padded), Shape::STREAMED);
    /// let packed = [u8::SHAPE, u8::SHAPE, u16::SHAPE];
    /// assert_eq!(Shape::of_fields_in_order(&packed).align(), 2);
    /// ```
    #[must_use]
    pub const fn of_fields_in_order(fields: &[Shape]) -> Shape {
        let (size, align, unique) = Shape::total(fields);
        let mut offset = 0;
        let mut index = 0;
        while index < fields.len() {
            if !usize::is_multiple_of(offset, fields[index].align) {
                return Shape::STREAMED;
            }
            offset += fields[index].size;
            index += 1;
        }
        if unique && size.is_multiple_of(align) {
            Shape { size, align, unique, pointer: false }
        } else {
            Shape::STREAMED
        }
    }

    /// Returns whether an ordinary Zig struct of these fields is hashed in another order than the
    /// declared one: by descending alignment, fields of one alignment as declared.
    ///
    /// # Panics
    ///
    /// When more than 24 fields would have to move: Zig's sort is not stable from there on, so the
    /// order is an accident. Declare the fields by descending alignment.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// assert!(Shape::moves_fields(&[u8::SHAPE, u16::SHAPE, u8::SHAPE]));
    /// assert!(!Shape::moves_fields(&[u16::SHAPE, u8::SHAPE, u8::SHAPE]));
    /// // One byte of padding, so the fields are hashed one by one, as declared.
    /// assert!(!Shape::moves_fields(&[u8::SHAPE, u16::SHAPE]));
    /// ```
    #[must_use]
    pub const fn moves_fields(fields: &[Shape]) -> bool {
        if !Shape::of_struct(fields).unique {
            return false;
        }
        let mut index = 1;
        while index < fields.len() {
            if fields[index].align > fields[index - 1].align {
                assert!(fields.len() <= 24, "declare the fields by descending alignment");
                return true;
            }
            index += 1;
        }
        false
    }

    /// Sum of the sizes, greatest alignment, and whether every field is unique.
    const fn total(fields: &[Shape]) -> (usize, usize, bool) {
        let (mut size, mut align, mut unique) = (0_usize, 1, true);
        let mut index = 0;
        while index < fields.len() {
            let field = fields[index];
            size = size.saturating_add(field.size);
            if field.align > align {
                align = field.align;
            }
            unique &= field.unique;
            index += 1;
        }
        (size, align, unique)
    }
}
