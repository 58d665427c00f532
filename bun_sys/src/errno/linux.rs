//! The error numbers of Linux.

linux_errno_table! {
    max 134;
}
