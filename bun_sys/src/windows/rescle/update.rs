//! Writing resources into a program. The system does it: it moves what stands behind them.
#![expect(unsafe_code, reason = "calls the system with names and bytes")]

use core::ptr;

use bun_core::Error;
use bun_str::WStr;
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::System::LibraryLoader::{
    BeginUpdateResourceW, EndUpdateResourceW, UpdateResourceW,
};

use super::super::resource::{Change, Name};
use super::WindowsMetadata;

/// [`WindowsMetadata::write_to`] for a path that C has.
///
/// Zig: `bun.windows.rescle.setWindowsMetadata`.
///
/// # Errors
///
/// Those of [`WindowsMetadata::write_to`].
///
/// # Safety
///
/// 1. `exe_path` leads to units that end in a zero.
/// 2. They are not written until this returns.
#[doc(alias = "setWindowsMetadata")]
pub unsafe fn set_windows_metadata(
    exe_path: *const u16,
    icon: Option<&[u8]>,
    title: Option<&[u8]>,
    publisher: Option<&[u8]>,
    version: Option<&[u8]>,
    description: Option<&[u8]>,
    copyright: Option<&[u8]>,
) -> Result<(), Error> {
    // SAFETY: preconditions 1 and 2.
    let exe_path = unsafe { WStr::from_ptr(exe_path) };
    WindowsMetadata { icon, title, publisher, version, description, copyright }.write_to(exe_path)
}

/// Makes all changes in `program`, or none; `None` when the system refuses one.
pub(super) fn write(program: &WStr, changes: &[Change<'_>]) -> Option<()> {
    let update = Update::begin(program)?;
    changes.iter().try_for_each(|change| update.set(change))?;
    update.commit()
}

/// Changes that are not made yet, and never when this is dropped.
struct Update(HANDLE);

impl Update {
    fn begin(program: &WStr) -> Option<Self> {
        // SAFETY: the path has a terminator.
        let update = unsafe { BeginUpdateResourceW(program.as_ptr(), 0) };
        (!update.is_null()).then_some(Self(update))
    }

    fn set(&self, change: &Change<'_>) -> Option<()> {
        let kind = numbered(change.kind as u16);
        let text;
        let name = match &change.name {
            Name::Id(id) => numbered(*id),
            Name::Text(units) => {
                text = WStr::boxed(units);
                text.as_ptr()
            }
        };
        let (data, len) = match &change.data {
            Some(data) => (data.as_ptr().cast(), u32::try_from(data.len()).ok()?),
            None => (ptr::null(), 0),
        };
        // SAFETY: names are numbers, or have a terminator; the call copies `len` bytes of `data`.
        // The handle is of an update that has not ended.
        let done = unsafe { UpdateResourceW(self.0, kind, name, change.language, data, len) };
        (done != 0).then_some(())
    }

    fn commit(mut self) -> Option<()> {
        self.end(false)
    }

    fn end(&mut self, discard: bool) -> Option<()> {
        let update = core::mem::replace(&mut self.0, ptr::null_mut());
        if update.is_null() {
            return None;
        }
        // SAFETY: the handle is of an update, which has not ended, as it was here.
        let done = unsafe { EndUpdateResourceW(update, discard.into()) };
        (done != 0).then_some(())
    }
}

impl Drop for Update {
    fn drop(&mut self) {
        // What was not to be is gone either way.
        let _ = self.end(true);
    }
}

/// A number in the place of a name.
const fn numbered(number: u16) -> *const u16 {
    ptr::without_provenance(number as usize)
}
