//! `FileNotifyChangeFilter`: which changes of a directory to hear of.

bun_core::bitflags::bitflags! {
    /// Which changes of a directory to hear of.
    ///
    /// Zig: `bun.windows.FileNotifyChangeFilter`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::windows::FileNotifyChangeFilter as Filter;
    ///
    /// assert_eq!((Filter::FILE_NAME | Filter::LAST_WRITE).bits(), 0x11);
    /// ```
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub struct FileNotifyChangeFilter: u32 {
        /// A file was made, renamed or removed.
        const FILE_NAME = 0x1;
        /// A directory was made, renamed or removed.
        const DIR_NAME = 0x2;
        /// Attributes changed.
        const ATTRIBUTES = 0x4;
        /// A size changed.
        const SIZE = 0x8;
        /// Something was written.
        const LAST_WRITE = 0x10;
        /// Something was read.
        const LAST_ACCESS = 0x20;
        /// A time of birth changed.
        const CREATION = 0x40;
        /// Who may do what changed.
        const SECURITY = 0x100;
    }
}
