//! [`IntrusiveWorkTask`] and [`OwnedTask`]: objects with a [`Task`] in them.

#![expect(unsafe_code, reason = "gets from a task to the object around it; see SAFETY.md")]

use bun_core::IntrusiveField;

use crate::thread_pool::Task;

/// An object that embeds a [`Task`]; implemented by [`intrusive_work_task!`].
///
/// [`intrusive_work_task!`]: crate::intrusive_work_task
///
/// # Safety
///
/// None beyond that of [`IntrusiveField`].
pub unsafe trait IntrusiveWorkTask: IntrusiveField<Task> {
    /// Returns the object around a task.
    ///
    /// # Safety
    ///
    /// `task` was derived from a pointer to a whole `Self`, and not by way of a reference to the
    /// field.
    #[must_use]
    unsafe fn from_task_ptr(task: *mut Task) -> *mut Self {
        // SAFETY: the caller's.
        unsafe { Self::from_field_ptr(task) }
    }
}

/// An [`IntrusiveWorkTask`] that a pool owns from when it is scheduled until it has run.
///
/// Implemented by [`owned_task!`](crate::owned_task).
///
/// # Safety
///
/// None beyond that of [`IntrusiveWorkTask`].
pub unsafe trait OwnedTask: IntrusiveWorkTask + Send + 'static {
    /// Runs on a thread of the pool.
    fn run(self: Box<Self>);

    /// What the task of a scheduled object calls.
    ///
    /// # Safety
    ///
    /// `task` is in an object that [`Box::into_raw`] gave, was derived from that pointer, and
    /// nobody uses the object again.
    #[doc(hidden)]
    unsafe fn __callback(task: *mut Task) {
        // SAFETY: the caller's.
        let this = unsafe { Self::from_task_ptr(task) };
        // SAFETY: the caller's.
        unsafe { Box::from_raw(this) }.run();
    }
}

/// Implements [`IntrusiveWorkTask`](crate::IntrusiveWorkTask): `intrusive_work_task!(Job, task);`.
///
/// Generic parameters stand in brackets in front: `intrusive_work_task!([C] Job<C>, task);`.
///
/// # Examples
///
/// ```
/// use bun_threading::{Batch, IntrusiveWorkTask, Task, ThreadPool};
/// use bun_core::IntrusiveField;
///
/// struct Square {
///     value: u64,
///     task: Task,
/// }
/// bun_threading::intrusive_work_task!(Square, task);
///
/// /// # Safety
/// /// `task` is in a live `Square` that nobody else uses.
/// unsafe fn square(task: *mut Task) {
///     // SAFETY: the precondition.
///     let this = unsafe { Square::from_task_ptr(task) };
///     // SAFETY: the precondition.
///     let this = unsafe { &mut *this };
///     this.value *= this.value;
/// }
///
/// let mut work = Square { value: 7, task: Task { callback: square, ..Task::default() } };
/// let pool = ThreadPool::new();
/// let pointer = &raw mut work;
/// // SAFETY: `work` is a `Square`.
/// let task = unsafe { Square::field_of(pointer) };
/// // SAFETY: `work` outlives the wait below and is not touched before its end; `square` may run
/// // on any thread.
/// pool.schedule(unsafe { Batch::from(task) });
/// pool.wait_for_all();
/// assert_eq!(work.value, 49);
/// ```
#[macro_export]
macro_rules! intrusive_work_task {
    ([$($generics:tt)*] $Type:ty, $field:ident) => {
        $crate::__private::intrusive_field!([$($generics)*] $Type, $field: $crate::Task);
        // SAFETY: the contract is that of the trait above, which the macro above has implemented.
        unsafe impl<$($generics)*> $crate::IntrusiveWorkTask for $Type {}
    };
    ($Type:ty, $field:ident) => {
        $crate::intrusive_work_task!([] $Type, $field);
    };
}

/// Implements [`OwnedTask`](crate::work_pool::OwnedTask): `owned_task!(Job, task);`. The type has a
/// method `run_owned(self: Box<Self>)`, or another function is named with `, run = function`.
///
/// Generic parameters stand in brackets in front.
///
/// # Examples
///
/// ```
/// use bun_threading::{Task, WorkPool, owned_task};
/// use std::sync::mpsc::{Sender, channel};
///
/// struct Answer {
///     to: Sender<u32>,
///     task: Task,
/// }
/// owned_task!(Answer, task);
///
/// impl Answer {
///     fn run_owned(self: Box<Self>) {
///         self.to.send(42).unwrap();
///     }
/// }
///
/// let (to, answers) = channel();
/// WorkPool::schedule_new(Answer { to, task: Task::default() });
/// assert_eq!(answers.recv(), Ok(42));
/// ```
///
/// The type must be one that may change threads: the macro does not make it so.
///
/// ```compile_fail,E0277
/// struct Local {
///     count: std::rc::Rc<u32>,
///     task: bun_threading::Task,
/// }
/// bun_threading::owned_task!(Local, task);
///
/// impl Local {
///     fn run_owned(self: Box<Self>) {}
/// }
/// ```
#[macro_export]
macro_rules! owned_task {
    ([$($generics:tt)*] $Type:ty, $field:ident, run = $run:expr) => {
        $crate::intrusive_work_task!([$($generics)*] $Type, $field);
        // SAFETY: the contract is that of the trait above, which the macro above has implemented.
        unsafe impl<$($generics)*> $crate::work_pool::OwnedTask for $Type {
            fn run(self: ::std::boxed::Box<Self>) {
                ($run)(self)
            }
        }
    };
    ([$($generics:tt)*] $Type:ty, $field:ident) => {
        $crate::owned_task!([$($generics)*] $Type, $field, run = <$Type>::run_owned);
    };
    ($Type:ty, $field:ident $(, run = $run:expr)?) => {
        $crate::owned_task!([] $Type, $field $(, run = $run)?);
    };
}
