//! Calls that signals interrupt give the answers of a quiet run.
#![cfg(not(miri))]
#![expect(unsafe_code, reason = "installs a signal handler and sends signals to one thread")]

use core::mem;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::os::fd::IntoRawFd as _;

use bun_str::zstr;
use bun_sys::{Dir, Fd, File, O, lstat, read};

/// How many signals were handled.
static HANDLED: AtomicUsize = AtomicUsize::new(0);

extern "C" fn count(_signal: libc::c_int) {
    HANDLED.fetch_add(1, Ordering::Relaxed);
}

/// Handles `SIGUSR1` without asking the kernel to restart what it interrupts.
fn install_handler() {
    // SAFETY: all zeros is a valid `sigaction`: no flags, an empty mask.
    let mut action: libc::sigaction = unsafe { mem::zeroed() };
    action.sa_sigaction = (count as extern "C" fn(libc::c_int)) as usize;
    // SAFETY: `action` is valid, and its handler only adds to an atomic.
    let outcome = unsafe { libc::sigaction(libc::SIGUSR1, &raw const action, ptr::null_mut()) };
    assert_eq!(outcome, 0);
}

#[test]
fn a_storm_of_signals_changes_no_answer() {
    const SIGNALS: usize = 200;
    const READS: usize = 20;
    install_handler();
    // SAFETY: takes nothing and cannot fail.
    let reader_thread = unsafe { libc::pthread_self() };
    let (reader, writer) = std::io::pipe().expect("a pipe");
    let reader = File::from_fd(Fd::from_native(reader.into_raw_fd()));
    let writer = File::from_fd(Fd::from_native(writer.into_raw_fd()));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for byte in 0..READS {
                let until = HANDLED.load(Ordering::Relaxed) + SIGNALS;
                while HANDLED.load(Ordering::Relaxed) < until {
                    // SAFETY: the thread waits for this one at the end of the scope.
                    let outcome = unsafe { libc::pthread_kill(reader_thread, libc::SIGUSR1) };
                    assert_eq!(outcome, 0);
                    std::thread::yield_now();
                }
                writer.write_all(&[byte as u8]).expect("room in the pipe");
            }
        });
        for byte in 0..READS {
            let mut buf = [0; 8];
            // Waits in the kernel for the whole storm. One byte at a time: the writer may be ahead.
            assert_eq!(read(reader.handle(), &mut buf[..1]), Ok(1));
            assert_eq!(usize::from(buf[0]), byte);
            let whole =
                File::open(zstr!("/proc/self/comm"), O::RDONLY, 0).expect("proc is mounted");
            assert!(whole.read_all(&mut buf).is_ok());
            assert!(lstat(zstr!("/proc/self")).is_ok());
            let dir = Dir::open(b"/proc/self/task").expect("proc is mounted");
            let mut entries = dir.iterate();
            while entries.next().expect("a readable directory").is_some() {}
        }
    });
    assert!(HANDLED.load(Ordering::Relaxed) >= SIGNALS * READS);
}
