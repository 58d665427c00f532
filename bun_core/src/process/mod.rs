//! The process: its environment, its memory of how it was started, its end and its children.

mod environ;
mod machine;
mod reload;
mod spawn;
mod start;
mod system;

#[cfg(test)]
mod tests;

pub use environ::{c_environ, getenv_z};
pub use machine::{get_thread_count, get_total_memory_size, linux_kernel_version};
pub use reload::{
    auto_reload_on_crash, is_process_reload_in_progress_on_another_thread,
    maybe_handle_panic_during_process_reload, reload_process, set_auto_reload_on_crash,
};
pub use spawn::{SpawnStatus, spawn_sync_inherit};
pub use start::{set_start_time, set_top_level_dir, start_time, top_level_dir};
pub(crate) use system::set_thread_name;
