//! Counters of what a run of the program has used, shown in crash reports.
//!
//! Zig: `bun.analytics`.

/// The counters: a static each, and a function that adds to it.
///
/// Zig: `bun.analytics.Features`.
///
/// # Examples
///
/// ```
/// use bun_core::analytics::Features;
/// use core::sync::atomic::Ordering;
///
/// Features::dotenv_inc();
/// Features::FETCH.fetch_add(2, Ordering::Relaxed);
/// assert!(Features::report().to_string().contains("dotenv fetch(2) "));
/// ```
#[expect(non_snake_case, reason = "a namespace of the original, spelled as there")]
pub mod Features {
    use core::fmt;
    use core::sync::atomic::{AtomicUsize, Ordering};

    macro_rules! counters {
        ($($name:ident $increment:ident $($by:ident)? $text:literal;)+) => {
            $(
                #[doc = concat!("Counts `", $text, "`.")]
                pub static $name: AtomicUsize = AtomicUsize::new(0);

                counters!(@increment $name $increment $text $($by)?);
            )+

            /// Every counter with its name, in the order in which they are reported.
            static ALL: &[(&str, &AtomicUsize)] = &[$(($text, &$name)),+];
        };
        (@increment $name:ident $increment:ident $text:literal) => {
            #[doc = concat!("Adds one to [`", stringify!($name), "`].")]
            pub fn $increment() {
                // Relaxed: nothing else is published by a count.
                $name.fetch_add(1, Ordering::Relaxed);
            }
        };
        (@increment $name:ident $increment:ident $text:literal by) => {
            #[doc = concat!("Adds to [`", stringify!($name), "`].")]
            pub fn $increment(count: usize) {
                $name.fetch_add(count, Ordering::Relaxed);
            }
        };
    }

    counters! {
        BUN_STDERR bun_stderr_inc "Bun.stderr";
        BUN_STDIN bun_stdin_inc "Bun.stdin";
        BUN_STDOUT bun_stdout_inc "Bun.stdout";
        WEB_SOCKET web_socket_inc "WebSocket";
        ABORT_SIGNAL abort_signal_inc "abort_signal";
        BINLINKS binlinks_inc "binlinks";
        BUNFIG bunfig_inc "bunfig";
        DEFINE define_inc "define";
        DOTENV dotenv_inc "dotenv";
        DEBUGGER debugger_inc "debugger";
        EXTERNAL external_inc "external";
        EXTRACTED_PACKAGES extracted_packages_inc "extracted_packages";
        FETCH fetch_inc "fetch";
        GIT_DEPENDENCIES git_dependencies_inc "git_dependencies";
        HTML_REWRITER html_rewriter_inc "html_rewriter";
        TCP_SERVER tcp_server_inc "tcp_server";
        TLS_SERVER tls_server_inc "tls_server";
        HTTP_SERVER http_server_inc "http_server";
        HTTPS_SERVER https_server_inc "https_server";
        HTTP_CLIENT_PROXY http_client_proxy_inc "http_client_proxy";
        JSC jsc_inc "jsc";
        DEV_SERVER dev_server_inc "dev_server";
        LIFECYCLE_SCRIPTS lifecycle_scripts_inc "lifecycle_scripts";
        LOADERS loaders_inc "loaders";
        LOCKFILE_MIGRATION_FROM_PACKAGE_LOCK lockfile_migration_from_package_lock_inc
            "lockfile_migration_from_package_lock";
        TEXT_LOCKFILE text_lockfile_inc "text_lockfile";
        ISOLATED_BUN_INSTALL isolated_bun_install_inc "isolated_bun_install";
        HOISTED_BUN_INSTALL hoisted_bun_install_inc "hoisted_bun_install";
        MACROS macros_inc "macros";
        NO_AVX2 no_avx2_inc "no_avx2";
        NO_AVX no_avx_inc "no_avx";
        SHELL shell_inc "shell";
        SPAWN spawn_inc "spawn";
        STANDALONE_EXECUTABLE standalone_executable_inc "standalone_executable";
        STANDALONE_SHELL standalone_shell_inc "standalone_shell";
        TODO_PANIC todo_panic_inc "todo_panic";
        TRANSPILER_CACHE transpiler_cache_inc "transpiler_cache";
        TSCONFIG tsconfig_inc "tsconfig";
        TSCONFIG_PATHS tsconfig_paths_inc "tsconfig_paths";
        VIRTUAL_MODULES virtual_modules_inc "virtual_modules";
        WORKERS_SPAWNED workers_spawned_inc "workers_spawned";
        WORKERS_TERMINATED workers_terminated_inc "workers_terminated";
        NAPI_MODULE_REGISTER napi_module_register_inc "napi_module_register";
        PROCESS_DLOPEN process_dlopen_inc "process_dlopen";
        POSTGRES_CONNECTIONS postgres_connections_inc "postgres_connections";
        S3 s3_inc "s3";
        VALKEY valkey_inc "valkey";
        CSRF_VERIFY csrf_verify_inc "csrf_verify";
        CSRF_GENERATE csrf_generate_inc "csrf_generate";
        UNSUPPORTED_UV_FUNCTION unsupported_uv_function_inc "unsupported_uv_function";
        EXITED exited_inc "exited";
        YARN_MIGRATION yarn_migration_inc by "yarn_migration";
        PNPM_MIGRATION pnpm_migration_inc by "pnpm_migration";
        YAML_PARSE yaml_parse_inc "yaml_parse";
        CPU_PROFILE cpu_profile_inc "cpu_profile";
        HEAP_SNAPSHOT heap_snapshot_inc "heap_snapshot";
        WEBVIEW_CHROME webview_chrome_inc "webview_chrome";
        WEBVIEW_WEBKIT webview_webkit_inc "webview_webkit";
    }

    /// Shows the counters that are not zero; see [`report`].
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::analytics::Features;
    ///
    /// Features::shell_inc();
    /// let report: Features::Report = Features::report();
    /// // Counters are read when it is shown.
    /// Features::yarn_migration_inc(3);
    /// assert_eq!(report.to_string(), "Features: shell yarn_migration(3) \n");
    /// ```
    #[derive(Copy, Clone, Debug)]
    pub struct Report {
        _private: (),
    }

    /// Returns what has been used as a line, `Features: fetch(2) spawn `, with a newline at the
    /// end; nothing if there is nothing to report.
    ///
    /// Zig: `bun.analytics.Features.formatter`.
    #[doc(alias = "formatter")]
    #[must_use]
    pub fn report() -> Report {
        Report { _private: () }
    }

    impl fmt::Display for Report {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut is_first = true;
            for (name, counter) in ALL {
                let count = counter.load(Ordering::Relaxed);
                if count == 0 {
                    continue;
                }
                if core::mem::take(&mut is_first) {
                    f.write_str("Features: ")?;
                }
                f.write_str(name)?;
                if count > 1 {
                    write!(f, "({count})")?;
                }
                f.write_str(" ")?;
            }
            if is_first { Ok(()) } else { f.write_str("\n") }
        }
    }
}
