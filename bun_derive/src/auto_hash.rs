//! `#[derive(AutoHash)]`.
//!
//! The order in which Zig hashes the fields of a struct depends on their types, which a macro does
//! not know, so the code it writes decides: `Shape::moves_fields` is evaluated by the compiler, and
//! only one of the two orders remains in the program.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Data, DataEnum, DeriveInput, Error, Expr, Fields, Index, Member, Result, parse_quote};

/// Expands to the implementation, or to a `compile_error!` that points at the offending item.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    syn::parse2(input).and_then(|input| expand(&input)).unwrap_or_else(Error::into_compile_error)
}

fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let repr = Repr::of(input)?;
    let Implementation { shape, body } = match &input.data {
        Data::Struct(data) => of_struct(&data.fields, &repr),
        Data::Enum(data) => of_enum(data, &repr)?,
        Data::Union(data) => {
            let message = "a union does not know which field is live; hash it by hand";
            return Err(Error::new(data.union_token.span, message));
        }
    };
    let name = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(::bun_wyhash::AutoHash));
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics ::bun_wyhash::AutoHash for #name #type_generics #where_clause {
            const SHAPE: ::bun_wyhash::Shape = #shape;

            #[inline]
            fn auto_hash_into(&self, hasher: &mut ::bun_wyhash::Wyhash) {
                #body
            }
        }
    })
}

/// The two items of the trait.
struct Implementation {
    shape: TokenStream,
    body: TokenStream,
}

/// What `#[repr(…)]` says.
struct Repr {
    /// `C` was named: fields stay in order, and a tag is a C `int`.
    is_c: bool,
    /// The integer of a tag.
    int: Option<Ident>,
}

impl Repr {
    fn of(input: &DeriveInput) -> Result<Repr> {
        let mut repr = Repr { is_c: false, int: None };
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("repr")) {
            attribute.parse_nested_meta(|meta| {
                let Some(name) = meta.path.get_ident() else {
                    return Err(meta.error("unknown representation"));
                };
                match name.to_string().as_str() {
                    "C" => repr.is_c = true,
                    "transparent" | "Rust" => {}
                    "packed" | "align" => {
                        let message = "Zig has no such layout for a struct that hashes itself; \
                                       implement `AutoHash` by hand";
                        return Err(meta.error(message));
                    }
                    _ => repr.int = Some(name.clone()),
                }
                Ok(())
            })?;
        }
        Ok(repr)
    }

    /// The integer that holds the tag of an enum with `variants` variants, if it has any bytes.
    fn tag(&self, variants: usize) -> Option<Ident> {
        match (&self.int, self.is_c) {
            (Some(int), _) => Some(int.clone()),
            (None, true) => Some(format_ident!("i32")),
            (None, false) if variants <= 1 => None,
            (None, false) if variants <= 1 << 8 => Some(format_ident!("u8")),
            (None, false) if variants <= 1 << 16 => Some(format_ident!("u16")),
            (None, false) => Some(format_ident!("u32")),
        }
    }
}

fn of_struct(fields: &Fields, repr: &Repr) -> Implementation {
    let Bound { pattern, shapes, body } = Bound::new(fields, repr.is_c);
    let shape = if keeps_order(fields, repr.is_c) {
        quote!(::bun_wyhash::Shape::of_fields_in_order(&[#(#shapes),*]))
    } else {
        quote!(::bun_wyhash::Shape::of_struct(&[#(#shapes),*]))
    };
    Implementation { shape, body: quote!(let Self #pattern = *self; #body) }
}

fn of_enum(data: &DataEnum, repr: &Repr) -> Result<Implementation> {
    let tag = repr.tag(data.variants.len());
    let has_fields = data.variants.iter().any(|variant| !variant.fields.is_empty());
    // The last discriminant that was written down, and how many variants ago.
    let mut base: Option<&Expr> = None;
    let mut distance = 0_usize;
    let mut arms = Vec::new();
    for variant in &data.variants {
        if let Some((_, value)) = &variant.discriminant {
            if repr.int.is_none() && !repr.is_c {
                let message =
                    "a discriminant needs `#[repr(…)]`, which is the width that is hashed";
                return Err(Error::new(value.span(), message));
            }
            base = Some(value);
            distance = 0;
        }
        let hash_tag = tag.as_ref().map(|tag| {
            let offset = Index::from(distance);
            let value = match base {
                Some(base) if distance == 0 => quote!(#base),
                Some(base) => quote!((#base) + #offset),
                None => quote!(#offset),
            };
            quote! {
                let tag: ::core::primitive::#tag = #value;
                ::bun_wyhash::AutoHash::auto_hash_into(&tag, hasher);
            }
        });
        distance += 1;
        let name = &variant.ident;
        let Bound { pattern, body, .. } = Bound::new(&variant.fields, false);
        arms.push(quote!(Self::#name #pattern => { #hash_tag #body }));
    }
    let shape = match &tag {
        _ if has_fields => quote!(::bun_wyhash::Shape::STREAMED),
        Some(tag) => quote!(<::core::primitive::#tag as ::bun_wyhash::AutoHash>::SHAPE),
        None => quote!(::bun_wyhash::Shape::ABSENT),
    };
    Ok(Implementation { shape, body: quote!(match *self { #(#arms)* }) })
}

/// Whether Zig keeps the declared order whatever the types: tuples and `extern struct`s.
fn keeps_order(fields: &Fields, is_c: bool) -> bool {
    is_c || !matches!(fields, Fields::Named(_)) || fields.len() < 2
}

/// Fields taken apart: a pattern that names each one, their shapes, and code that hashes them.
struct Bound {
    pattern: TokenStream,
    shapes: Vec<TokenStream>,
    body: TokenStream,
}

impl Bound {
    fn new(fields: &Fields, is_c: bool) -> Bound {
        let mut members = Vec::new();
        let mut names = Vec::new();
        let mut shapes = Vec::new();
        let mut hashes = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let name = format_ident!("field{index}");
            let kind = &field.ty;
            members.push(match &field.ident {
                Some(ident) => Member::Named(ident.clone()),
                None => Member::Unnamed(Index::from(index)),
            });
            shapes.push(quote_spanned!(kind.span()=> <#kind as ::bun_wyhash::AutoHash>::SHAPE));
            // Naming the type again makes an error point at the field and not at the derive.
            let hasher = Ident::new("hasher", Span::call_site());
            hashes.push(quote_spanned! {kind.span()=>
                <#kind as ::bun_wyhash::AutoHash>::auto_hash_into(#name, #hasher);
            });
            names.push(name);
        }
        let body = if keeps_order(fields, is_c) {
            quote!(#(#hashes)*)
        } else {
            quote! {
                if const { ::bun_wyhash::Shape::moves_fields(&[#(#shapes),*]) } {
                    let aligned = |align, hasher: &mut ::bun_wyhash::Wyhash| {
                        #(if const { #shapes.align() } == align { #hashes })*
                    };
                    aligned(16, hasher);
                    aligned(8, hasher);
                    aligned(4, hasher);
                    aligned(2, hasher);
                    aligned(1, hasher);
                } else {
                    #(#hashes)*
                }
            }
        };
        Bound { pattern: quote!({ #(#members: ref #names),* }), shapes, body }
    }
}
