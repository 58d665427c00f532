//! `#[derive(RefCounted)]` and its two siblings: which field counts, and what ends the object.
//!
//! The output is `unsafe impl`: the address of the field comes from the struct itself, and an
//! object that is made as a box is freed as one. What the macro cannot see, the struct has to
//! promise with `#[ref_count(unsafe)]`: that a function named by `destroy` is right, and that
//! nobody sets a bare cell.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, LitStr, Member, Path, Result, ext::IdentExt as _,
};

/// The three ways of counting.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Local,
    ThreadSafe,
    Cell,
}

/// What `#[ref_count(…)]` on the struct says.
#[derive(Default)]
struct Options {
    /// Where `unsafe` stands.
    promise: Option<Span>,
    destroy: Option<Expr>,
    debug_name: Option<LitStr>,
}

/// Expands the derive macro.
pub(crate) fn derive(input: TokenStream, kind: Kind) -> TokenStream {
    syn::parse2(input)
        .and_then(|input: DeriveInput| expand(&input, kind))
        .unwrap_or_else(Error::into_compile_error)
}

fn expand(input: &DeriveInput, kind: Kind) -> Result<TokenStream> {
    let options = Options::new(&input.attrs)?;
    options.check(input, kind)?;
    let parts = Parts {
        input,
        field: count_field(input)?,
        debug_name: options.debug_name.map(|text| {
            quote! {
                fn debug_name() -> &'static str {
                    #text
                }
            }
        }),
        end: options.destroy.map(|path| {
            quote! {
                // SAFETY: promised by `#[ref_count(unsafe)]`.
                #[allow(unused_unsafe)]
                unsafe { (#path)(this) };
            }
        }),
    };
    Ok(match kind {
        Kind::Local => parts.local(),
        Kind::ThreadSafe => parts.thread_safe(),
        Kind::Cell => parts.cell(),
    })
}

/// What the three expansions are made of.
struct Parts<'a> {
    input: &'a DeriveInput,
    /// The field that counts.
    field: Member,
    debug_name: Option<TokenStream>,
    /// The call that ends the object, if it is not freed as a box.
    end: Option<TokenStream>,
}

impl Parts<'_> {
    fn local(&self) -> TokenStream {
        let Self { input, field, debug_name, end } = self;
        let name = &input.ident;
        let (generics, ty_generics, bounds) = input.generics.split_for_impl();
        let destructor = end.as_ref().map(|end| {
            quote! {
                #[inline]
                unsafe fn destructor(this: *mut Self, (): ()) { #end }
            }
        });
        quote! {
            // SAFETY:
            // 1. A field. 2. Freed as a box, or as promised. 3. The field sees to it.
            unsafe impl #generics ::bun_collections::RefCounted for #name #ty_generics #bounds {
                type DestructorCtx = ();
                #debug_name
                #[inline]
                unsafe fn get_ref_count(
                    this: *mut Self,
                ) -> *mut ::bun_collections::RefCount<Self> {
                    if false {
                        // SAFETY: not reached. A packed field, which may be anywhere, stops here.
                        let _ = unsafe { &(*this).#field };
                    }
                    // SAFETY: the object lives.
                    unsafe { &raw mut (*this).#field }
                }
                #destructor
            }
        }
    }

    fn thread_safe(&self) -> TokenStream {
        let Self { input, field, debug_name, end } = self;
        let name = &input.ident;
        let (generics, ty_generics, bounds) = input.generics.split_for_impl();
        let destructor = end.as_ref().map(|end| {
            quote! {
                #[inline]
                unsafe fn destructor(this: *mut Self) { #end }
            }
        });
        quote! {
            // SAFETY:
            // 1. A field. 2. Freed as a box, or as promised.
            unsafe impl #generics ::bun_collections::ThreadSafeRefCounted
                for #name #ty_generics #bounds
            {
                #debug_name
                #[inline]
                unsafe fn get_ref_count(
                    this: *mut Self,
                ) -> *mut ::bun_collections::ThreadSafeRefCount<Self> {
                    if false {
                        // SAFETY: not reached. A packed field, which may be anywhere, stops here.
                        let _ = unsafe { &(*this).#field };
                    }
                    // SAFETY: the object lives.
                    unsafe { &raw mut (*this).#field }
                }
                #destructor
            }
            ::bun_collections::impl_thread_safe_any_ref_counted! {
                {#generics} {#name #ty_generics} {#bounds}
            }
        }
    }

    fn cell(&self) -> TokenStream {
        let Self { input, field, end, .. } = self;
        let name = &input.ident;
        let (generics, ty_generics, bounds) = input.generics.split_for_impl();
        let destroy = end.as_ref().map(|end| {
            quote! {
                #[inline]
                unsafe fn destroy(this: *mut Self) { #end }
            }
        });
        let methods = cell_methods(input);
        quote! {
            // SAFETY:
            // 1. A field. 2. Promised. 3. Freed as a box, or as promised. 4. The field sees to it.
            unsafe impl #generics ::bun_collections::CellRefCounted for #name #ty_generics #bounds {
                #[inline]
                unsafe fn ref_count(&self) -> &::core::cell::Cell<u32> {
                    &self.#field
                }
                #destroy
            }
            ::bun_collections::impl_cell_any_ref_counted! {
                {#generics} {#name #ty_generics} {#bounds}
            }
            #methods
        }
    }
}

/// `ref_` and `deref` as functions of the struct, for callers without the trait.
fn cell_methods(input: &DeriveInput) -> TokenStream {
    let (name, visibility) = (&input.ident, &input.vis);
    let (generics, ty_generics, bounds) = input.generics.split_for_impl();
    quote! {
        #[allow(dead_code)]
        impl #generics #name #ty_generics #bounds {
            /// Adds a reference.
            #[inline]
            #visibility fn ref_(&self) {
                ::bun_collections::CellRefCounted::ref_(self);
            }

            /// Releases a reference.
            ///
            /// # Safety
            ///
            /// As `CellRefCounted::deref`.
            #[inline]
            #visibility unsafe fn deref(this: *mut Self) {
                // SAFETY: the caller's.
                unsafe { ::bun_collections::CellRefCounted::deref(this) };
            }
        }
    }
}

/// Finds the field with the attribute, or the one of the usual name.
fn count_field(input: &DeriveInput) -> Result<Member> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "only a struct has a field that counts"));
    };
    let marked = |attribute: &Attribute| attribute.path().is_ident("ref_count");
    let members = || data.fields.members().zip(&data.fields);
    members()
        .find(|(_, field)| field.attrs.iter().any(marked))
        .or_else(|| {
            let named = |ident: &syn::Ident| ident.unraw() == "ref_count";
            members().find(|(_, field)| field.ident.as_ref().is_some_and(named))
        })
        .map(|(member, _)| member)
        .ok_or_else(|| {
            Error::new_spanned(
                &input.ident,
                "no field is called `ref_count` or has the attribute `#[ref_count]`",
            )
        })
}

impl Options {
    fn new(attributes: &[Attribute]) -> Result<Self> {
        let mut options = Self::default();
        for attribute in attributes.iter().filter(|it| it.path().is_ident("ref_count")) {
            attribute.parse_nested_meta(|meta| {
                let is = |path: &Path, name: &str| path.is_ident(name);
                if is(&meta.path, "unsafe") {
                    options.promise = Some(meta.path.segments[0].ident.span());
                } else if is(&meta.path, "destroy") {
                    options.destroy = Some(meta.value()?.parse()?);
                } else if is(&meta.path, "debug_name") {
                    options.debug_name = Some(meta.value()?.parse()?);
                } else {
                    return Err(meta.error("expected `unsafe`, `destroy` or `debug_name`"));
                }
                Ok(())
            })?;
        }
        Ok(options)
    }

    /// Whether what has to be promised is, and no more.
    fn check(&self, input: &DeriveInput, kind: Kind) -> Result<()> {
        let needs = self.destroy.is_some() || kind == Kind::Cell;
        match (needs, self.promise) {
            (true, None) if kind == Kind::Cell => Err(Error::new_spanned(
                &input.ident,
                "the cell is 1 in a new object, and nobody else changes it: promise that with \
                 `#[ref_count(unsafe)]`",
            )),
            (true, None) => Err(Error::new_spanned(
                &self.destroy,
                "the function may be called with an object that was made as a box, and ends it: \
                 promise that with `#[ref_count(unsafe, destroy = …)]`",
            )),
            (false, Some(span)) => Err(Error::new(span, "there is nothing to promise")),
            _ => Ok(()),
        }
    }
}
