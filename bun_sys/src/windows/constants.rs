//! Numbers of the system's headers.

/// Defines numbers, each documented by its own name.
macro_rules! numbers {
    ($($type:ty: $($name:ident = $value:literal),* $(,)?;)*) => {
        $($(
            #[doc = concat!("`", stringify!($name), "` of the system's headers.")]
            pub const $name: $type = $value;
        )*)*
    };
}

numbers! {
    u32:
        // Modes of a console.
        ENABLE_PROCESSED_INPUT = 0x1,
        ENABLE_LINE_INPUT = 0x2,
        ENABLE_ECHO_INPUT = 0x4,
        ENABLE_VIRTUAL_TERMINAL_INPUT = 0x200,
        ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x4,
        // What happened in a directory.
        FILE_ACTION_ADDED = 1,
        FILE_ACTION_REMOVED = 2,
        FILE_ACTION_MODIFIED = 3,
        FILE_ACTION_RENAMED_OLD_NAME = 4,
        FILE_ACTION_RENAMED_NEW_NAME = 5,
        // What is done with a file, and how it is opened.
        FILE_LIST_DIRECTORY = 0x1,
        DELETE = 0x1_0000,
        SYNCHRONIZE = 0x10_0000,
        GENERIC_READ = 0x8000_0000,
        GENERIC_WRITE = 0x4000_0000,
        FILE_OPEN = 1,
        FILE_OPEN_IF = 3,
        FILE_OVERWRITE_IF = 5,
        FILE_DIRECTORY_FILE = 0x1,
        FILE_SYNCHRONOUS_IO_NONALERT = 0x20,
        FILE_NON_DIRECTORY_FILE = 0x40,
        FILE_OPEN_FOR_BACKUP_INTENT = 0x4000,
        FILE_OPEN_REPARSE_POINT = 0x20_0000,
        // What a handle is.
        FILE_TYPE_DISK = 1,
        FILE_TYPE_CHAR = 2,
        FILE_TYPE_PIPE = 3,
        // How a file is moved.
        MOVEFILE_REPLACE_EXISTING = 0x1,
        MOVEFILE_COPY_ALLOWED = 0x2,
        MOVEFILE_WRITE_THROUGH = 0x8,
        // For ever.
        INFINITE = 0xFFFF_FFFF,
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000,
        // Why a thread stopped.
        EXCEPTION_DATATYPE_MISALIGNMENT = 0x8000_0002,
        EXCEPTION_ACCESS_VIOLATION = 0xC000_0005,
        EXCEPTION_ILLEGAL_INSTRUCTION = 0xC000_001D,
        EXCEPTION_STACK_OVERFLOW = 0xC000_00FD,
        MS_VC_EXCEPTION = 0x406D_1388;
    i32:
        EXCEPTION_CONTINUE_EXECUTION = -1,
        EXCEPTION_CONTINUE_SEARCH = 0,
        S_OK = 0;
}
