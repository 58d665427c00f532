//! The one macro that writes the registry.

/// Defines environment variables, each as a constant and as a module of functions.
///
/// ```text
/// <docs and attributes>
/// pub NAME: string | boolean | unsigned
///     [on { posix: "KEY", windows: "KEY" }]                     default: NAME on both
///     [where { on_error: OnError, empty_string_as: u64 }]       of `unsigned` only
///     [= default];
/// ```
///
/// To be used at module level, for the functions refer to `super::NAME`. What stands on a single
/// platform has no default. `#[deprecated]` warns at every use of either form. The names of the
/// modules are not in snake case, which the file that defines them may expect:
/// `#![expect(non_snake_case)]`.
///
/// # Examples
///
/// ```
/// use bun_core::env_var::OnError;
///
/// bun_core::define_env_vars! {
///     /// Where the cache lies.
///     pub EXAMPLE_CACHE: string;
///     /// How many times to try.
///     pub EXAMPLE_RETRIES: unsigned where { on_error: OnError::NotSet, empty_string_as: 0 } = 5;
///     /// Whether to say more.
///     #[deprecated(note = "use `EXAMPLE_LOG`")]
///     pub EXAMPLE_VERBOSE: boolean = false;
///     /// The shell of the user.
///     pub EXAMPLE_SHELL: string on { posix: "SHELL" };
/// }
///
/// # fn main() {
/// let cache: Option<&'static [u8]> = EXAMPLE_CACHE.get();
/// assert_eq!(cache, EXAMPLE_CACHE::get());
/// assert_eq!(EXAMPLE_RETRIES.get(), 5);
/// assert_eq!(EXAMPLE_SHELL.platform_key(), if cfg!(windows) { None } else { Some("SHELL") });
/// # }
/// ```
///
/// A fallback needs something to fall back to:
///
/// ```compile_fail,E0080
/// use bun_core::env_var::OnError;
///
/// bun_core::define_env_vars! {
///     /// How many times to try.
///     pub EXAMPLE_RETRIES: unsigned where { on_error: OnError::DefaultFallback };
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! define_env_vars {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis $name:ident: $kind:ident
            $(on { $($platform:ident: $key:literal),+ $(,)? })?
            $(where { $($rule:ident: $value:expr),+ $(,)? })?
            $(= $default:expr)?;
    )*) => {$(
        $crate::__define_env_var! {
            @fallback [$($default)?] [$($($platform)+)?]
            $(#[$attribute])* $visibility $name $kind [$($($platform $key)+)?]
            [$($($rule $value)+)?]
        }
    )*};
}

/// One variable of [`define_env_vars!`]: first the fallback is chosen, then everything is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __define_env_var {
    (@fallback [] [] $($rest:tt)*) => {
        $crate::__define_env_var! { @write every (Optional) (Optional) false $($rest)* }
    };
    (@fallback [] [posix windows] $($rest:tt)*) => {
        $crate::__define_env_var! { @write every (Optional) (Optional) false $($rest)* }
    };
    (@fallback [] [$platform:ident] $($rest:tt)*) => {
        $crate::__define_env_var! { @write one (OnePlatform) (OnePlatform) false $($rest)* }
    };
    (@fallback [$default:expr] [posix windows] $($rest:tt)*) => {
        $crate::__define_env_var! { @fallback [$default] [] $($rest)* }
    };
    (@fallback [$default:expr] [] $($rest:tt)*) => {
        $crate::__define_env_var! {
            @write every (Defaulted<<Kind as $crate::env_var::Kind>::Value>) (Defaulted($default))
            true $($rest)*
        }
    };
    (@write $reach:ident ($($fallback:tt)*) ($value:ident $(($default:expr))?) $has_default:literal
        $(#[$attribute:meta])* $visibility:vis $name:ident $kind:ident [$($keys:tt)*]
        [$($rule:ident $setting:expr)*]
    ) => {
        $(#[$attribute])*
        $visibility const $name: $name::Accessor = {
            static SOURCE: $crate::env_var::Source<$crate::__define_env_var!(@kind $kind)> =
                $crate::env_var::Source::new(
                    $crate::__define_env_var!(@keys $name $($keys)*),
                    $crate::__define_env_var!(@new $kind $has_default $($rule $setting)*),
                );
            $crate::env_var::Accessor::new(&SOURCE, $crate::env_var::$value $(($default))?)
        };
        $(#[$attribute])*
        $visibility mod $name {
            use $crate::env_var::$value;
            type Kind = $crate::__define_env_var!(@kind $kind);
            type Value = <Kind as $crate::env_var::Kind>::Value;

            /// The type of the constant.
            pub type Accessor = $crate::env_var::Accessor<Kind, $($fallback)*>;

            /// Returns the value, or what there is when it is not set.
            #[inline]
            #[must_use]
            pub fn get() -> <$($fallback)* as $crate::env_var::Fallback<Value>>::Output {
                super::$name.get()
            }

            /// Returns the value or the default, if there is either on this platform.
            #[inline]
            #[must_use]
            pub fn platform_get() -> Option<Value> {
                super::$name.platform_get()
            }

            /// Returns the name of the variable on this platform, if it has one.
            #[must_use]
            pub fn platform_key() -> Option<&'static str> {
                super::$name.platform_key()
            }

            $crate::__define_env_var! { @key $reach $name }
            $crate::__define_env_var! { @not_empty $kind $name }
        }
    };
    (@kind string) => { $crate::env_var::Text };
    (@kind boolean) => { $crate::env_var::Boolean };
    (@kind unsigned) => { $crate::env_var::Unsigned };
    (@new string $has_default:literal) => { $crate::env_var::Text::new() };
    (@new boolean $has_default:literal) => { $crate::env_var::Boolean::new() };
    (@new unsigned $has_default:literal $($rule:ident $setting:expr)*) => {
        $crate::env_var::Unsigned::new()$(.$rule($setting))*.checked($has_default)
    };
    (@keys $name:ident) => { $crate::env_var::Keys::everywhere(stringify!($name)) };
    (@keys $name:ident posix $posix:literal windows $windows:literal) => {
        $crate::env_var::Keys { posix: Some($posix), windows: Some($windows) }
    };
    (@keys $name:ident posix $posix:literal) => {
        $crate::env_var::Keys { posix: Some($posix), windows: None }
    };
    (@keys $name:ident windows $windows:literal) => {
        $crate::env_var::Keys { posix: None, windows: Some($windows) }
    };
    (@key one $name:ident) => {};
    (@key every $name:ident) => {
        /// Returns the name of the variable on this platform.
        #[must_use]
        pub fn key() -> &'static str {
            super::$name.key()
        }
    };
    (@not_empty boolean $name:ident) => {};
    (@not_empty unsigned $name:ident) => {};
    (@not_empty string $name:ident) => {
        /// Returns the value or the default unless it is empty.
        #[inline]
        #[must_use]
        pub fn get_not_empty() -> Option<&'static [u8]> {
            super::$name.get_not_empty()
        }
    };
}
