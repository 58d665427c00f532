//! Every fallible function with its n-th allocation failing: an error, and nothing has changed.

use bun_alloc::testing::{FailingGlobal, each_failure};
use bun_paths::resolve_path::relative_alloc;
use bun_paths::{EnvPath, path_buffer_pool};

#[global_allocator]
static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;

#[test]
fn a_list_stays_as_it_was() {
    let setup = || {
        let mut list = EnvPath::new();
        list.append(b"/a").expect("memory");
        list
    };
    each_failure(
        setup,
        |list| list.append(&[b'x'; 100]),
        |list, result, has_failed| {
            assert_eq!(result.is_err(), has_failed);
            assert_eq!(list.slice().len(), if has_failed { 2 } else { 103 });
        },
    );
    each_failure(
        || (),
        |()| EnvPath::init_capacity(8).is_err(),
        |(), is_error, has_failed| assert_eq!(is_error, has_failed),
    );
}

#[test]
fn a_result_on_the_heap_may_have_no_room() {
    each_failure(
        // The pool has a buffer from here on.
        || drop(path_buffer_pool::get()),
        |()| relative_alloc(b"/a/b", b"/a/c"),
        |(), result, has_failed| assert_eq!(result.is_err(), has_failed),
    );
}
