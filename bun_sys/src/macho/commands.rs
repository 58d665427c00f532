//! The walk over the commands behind a header.

use core::ops::Deref;

use bun_core::bytemuck::{AnyBitPattern, pod_read_unaligned};

use super::load_command;

/// The commands that follow a [`mach_header_64`](super::mach_header_64), in their order.
///
/// Ends after `ncmds` commands, and before one that is shorter than its own header or longer than
/// the rest of the buffer; [`remaining`](Self::remaining) tells the two apart. O(1) per command.
///
/// Zig: `std.macho.LoadCommandIterator`.
///
/// # Examples
///
/// ```
/// use bun_sys::macho::{LC_UUID, LoadCommandIterator};
///
/// // One command of 12 bytes, in a buffer with something behind it.
/// let mut bytes = [0_u8; 16];
/// bytes[..4].copy_from_slice(&LC_UUID.to_ne_bytes());
/// bytes[4..8].copy_from_slice(&12_u32.to_ne_bytes());
///
/// let mut commands = LoadCommandIterator::new(1, &bytes);
/// let command = commands.next().unwrap();
/// assert_eq!((command.cmd(), command.data.len()), (LC_UUID, 12));
/// assert!(commands.next().is_none());
/// ```
#[derive(Clone, Debug)]
pub struct LoadCommandIterator<'a> {
    remaining: u32,
    offset: usize,
    rest: &'a [u8],
}

impl<'a> LoadCommandIterator<'a> {
    /// Walks over `ncmds` commands in `buffer`, which starts right behind the header.
    #[must_use]
    pub const fn new(ncmds: u32, buffer: &'a [u8]) -> Self {
        Self { remaining: ncmds, offset: 0, rest: buffer }
    }

    /// How many commands are still to come. Above zero at the end, the file is damaged.
    #[must_use]
    pub const fn remaining(&self) -> u32 {
        self.remaining
    }
}

impl<'a> Iterator for LoadCommandIterator<'a> {
    type Item = LoadCommand<'a>;

    fn next(&mut self) -> Option<LoadCommand<'a>> {
        let remaining = self.remaining.checked_sub(1)?;
        let hdr: load_command = read(self.rest)?;
        let size = usize::try_from(hdr.cmdsize).ok()?;
        if size < size_of::<load_command>() {
            return None;
        }
        let (data, rest) = self.rest.split_at_checked(size)?;
        let command = LoadCommand { hdr, offset: self.offset, data: RawSlice(data) };
        *self = Self { remaining, offset: self.offset + size, rest };
        Some(command)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let fits = self.rest.len() / size_of::<load_command>();
        (0, Some(fits.min(usize::try_from(self.remaining).unwrap_or(usize::MAX))))
    }
}

/// One command.
///
/// Zig: `std.macho.LoadCommandIterator.LoadCommand`.
///
/// # Examples
///
/// ```
/// use bun_sys::macho::{LC_UUID, LoadCommandIterator, load_command};
///
/// let mut bytes = [0_u8; 8];
/// bytes[..4].copy_from_slice(&LC_UUID.to_ne_bytes());
/// bytes[4..].copy_from_slice(&8_u32.to_ne_bytes());
/// let command = LoadCommandIterator::new(1, &bytes).next().unwrap();
/// assert_eq!((command.cmd(), command.cmdsize(), command.offset), (LC_UUID, 8, 0));
/// assert_eq!(command.cast::<load_command>(), Some(command.hdr));
/// assert_eq!(command.cast::<[u8; 9]>(), None);
/// assert_eq!((command.data.len(), command.data.as_slice()), (8, &bytes[..]));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LoadCommand<'a> {
    /// What the command starts with.
    pub hdr: load_command,
    /// Where it starts in the buffer.
    pub offset: usize,
    /// All its bytes, those of `hdr` included.
    pub data: RawSlice<'a>,
}

impl LoadCommand<'_> {
    /// What command it is.
    #[must_use]
    pub const fn cmd(&self) -> u32 {
        self.hdr.cmd
    }

    /// How long it is, in bytes.
    #[must_use]
    pub const fn cmdsize(&self) -> u32 {
        self.hdr.cmdsize
    }

    /// A copy of the record that the command is, or `None` when it is shorter than a `T`.
    ///
    /// Which record it is says [`cmd`](Self::cmd).
    ///
    /// # Examples
    ///
    /// Any bytes must be a value of the record:
    ///
    /// ```compile_fail,E0277
    /// # fn example(command: bun_sys::macho::LoadCommand<'_>) {
    /// let number: Option<&u32> = command.cast::<&u32>();
    /// # }
    /// ```
    #[must_use]
    pub fn cast<T: AnyBitPattern>(&self) -> Option<T> {
        read(self.data.as_slice())
    }
}

/// The bytes of a command.
///
/// Zig: `[]u8`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RawSlice<'a>(&'a [u8]);

impl<'a> RawSlice<'a> {
    /// The bytes.
    #[must_use]
    pub const fn as_slice(self) -> &'a [u8] {
        self.0
    }

    /// Where they are.
    #[must_use]
    pub const fn as_ptr(&self) -> *const u8 {
        self.0.as_ptr()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Deref for RawSlice<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0
    }
}

fn read<T: AnyBitPattern>(bytes: &[u8]) -> Option<T> {
    bytes.get(..size_of::<T>()).map(pod_read_unaligned)
}
