//! `#[derive(MultiArrayElement)]`: names for the fields of a struct, and structs of its columns.
//!
//! Everything unsafe that the output contains is `unsafe impl`: the sizes and offsets that the
//! traits promise come from `Layout::new` and `offset_of!`, and the compiler compares them again
//! where they are used. The bodies of all generated functions are safe code.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{
    Data, DeriveInput, Error, GenericParam, Generics, Index, LifetimeParam, Member, Result,
    Visibility, parse_quote,
};

/// A row's fields are counted in the bits of a word.
const FIELDS_MAX: usize = 64;

/// The struct, and the names made from its name.
struct Record {
    input: DeriveInput,
    fields: Vec<RecordField>,
    /// The module of the types that name fields.
    names: Ident,
    /// Whether `#[multi_array(clone)]` is there.
    clone: bool,
    /// The generics with `'__rows` in front.
    rows_generics: Generics,
}

struct RecordField {
    visibility: Visibility,
    /// How the struct calls it: a name or an index.
    member: Member,
    /// How the generated items call it.
    name: Ident,
    /// Its type, without `Self`.
    ty: TokenStream,
}

/// Expands the derive macro.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    syn::parse2(input)
        .and_then(Record::new)
        .map_or_else(Error::into_compile_error, |record| record.expand())
}

impl Record {
    fn new(input: DeriveInput) -> Result<Self> {
        let Data::Struct(data) = &input.data else {
            return Err(Error::new_spanned(
                &input.ident,
                "only the fields of a struct become columns; an enum can be one of them",
            ));
        };
        let count = data.fields.len();
        if count == 0 || count > FIELDS_MAX {
            return Err(Error::new_spanned(
                &input.ident,
                format!("a row has 1 to {FIELDS_MAX} fields, this struct has {count}"),
            ));
        }
        let clone = clone_attribute(&input)?;
        let itself = {
            let (ident, (_, ty_generics, _)) = (&input.ident, input.generics.split_for_impl());
            quote!(#ident #ty_generics)
        };
        let fields = data
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| {
                let ty = &field.ty;
                RecordField {
                    visibility: field.vis.clone(),
                    member: field
                        .ident
                        .clone()
                        .map_or_else(|| Member::Unnamed(Index::from(at)), Member::Named),
                    name: field.ident.clone().unwrap_or_else(|| format_ident!("_{at}")),
                    ty: replace_self(quote!(#ty), &itself),
                }
            })
            .collect();
        let mut rows_generics = input.generics.clone();
        let rows: LifetimeParam = parse_quote!('__rows);
        rows_generics.params.insert(0, GenericParam::Lifetime(rows));
        let names = Ident::new(&format!("{}_fields", snake_case(&input.ident)), Span::call_site());
        Ok(Self { fields, names, clone, rows_generics, input })
    }

    fn expand(&self) -> TokenStream {
        let names = self.names_module();
        let structs = [
            self.view("Slices", "The columns of [`", "`] rows.", |ty| quote!(&'__rows [#ty]), true),
            self.view(
                "SlicesMut",
                "The columns of [`",
                "`] rows, exclusively.",
                |ty| quote!(&'__rows mut [#ty]),
                false,
            ),
            self.view("Ref", "The fields of one [`", "`] row.", |ty| quote!(&'__rows #ty), true),
            self.view(
                "RefMut",
                "The fields of one [`",
                "`] row, exclusively.",
                |ty| quote!(&'__rows mut #ty),
                false,
            ),
        ];
        let fields = self.field_impls();
        let element = self.element_impl();
        let clone = self.clone.then(|| self.clone_impl());
        let no_drop = self.no_drop_check();
        quote!(#names #(#structs)* #fields #element #clone #no_drop)
    }

    /// The module of empty types, each as visible as its field.
    fn names_module(&self) -> TokenStream {
        let (vis, names) = (&self.input.vis, &self.names);
        let module_doc = format!("Types that name the fields of [`{}`].", self.input.ident);
        let types = self.fields.iter().map(|field| {
            let (vis, name) = (one_module_deeper(&field.visibility), &field.name);
            let doc = format!("Names the field `{name}`.");
            quote!(#[doc = #doc] #[derive(Debug)] #vis enum #name {})
        });
        quote! {
            #[doc = #module_doc]
            #[allow(dead_code, non_camel_case_types, unreachable_pub)]
            #vis mod #names { #(#types)* }
        }
    }

    /// One of the four structs of references.
    fn view(
        &self,
        suffix: &str,
        doc_before: &str,
        doc_after: &str,
        reference: impl Fn(&TokenStream) -> TokenStream,
        copy: bool,
    ) -> TokenStream {
        let (vis, ident) = (&self.input.vis, self.view_ident(suffix));
        let doc = format!("{doc_before}{}{doc_after}", self.input.ident);
        let params = &self.rows_generics.params;
        let (impl_generics, ty_generics, where_clause) = self.rows_generics.split_for_impl();
        let fields = self.fields.iter().map(|field| {
            let (vis, name, ty) = (&field.visibility, &field.name, reference(&field.ty));
            let doc = format!("The field `{name}`.");
            quote!(#[doc = #doc] #vis #name: #ty)
        });
        let copy = copy.then(|| {
            quote! {
                #[automatically_derived]
                #[allow(single_use_lifetimes)]
                impl #impl_generics ::core::marker::Copy for #ident #ty_generics #where_clause {}
                #[automatically_derived]
                #[allow(single_use_lifetimes)]
                impl #impl_generics ::core::clone::Clone for #ident #ty_generics #where_clause {
                    #[inline]
                    fn clone(&self) -> Self {
                        *self
                    }
                }
            }
        });
        quote! {
            #[doc = #doc]
            #[allow(dead_code, missing_debug_implementations)]
            #vis struct #ident<#params> #where_clause { #(#fields),* }
            #copy
        }
    }

    fn view_ident(&self, suffix: &str) -> Ident {
        format_ident!("{}{suffix}", self.input.ident, span = Span::call_site())
    }

    /// `unsafe impl Field` for each name.
    fn field_impls(&self) -> TokenStream {
        let (ident, names) = (&self.input.ident, &self.names);
        let (impl_generics, ty_generics, where_clause) = self.input.generics.split_for_impl();
        let impls = self.fields.iter().enumerate().map(|(at, field)| {
            let RecordField { member, name, ty, .. } = field;
            quote! {
                // SAFETY:
                // 1. The compiler computes the offset of this field, whose type this is.
                // 2. `COLUMNS` below lists the fields in the same order.
                #[automatically_derived]
                #[allow(single_use_lifetimes)]
                unsafe impl #impl_generics
                    ::bun_collections::multi_array_list::Field<#ident #ty_generics>
                    for #names::#name #where_clause
                {
                    type Type = #ty;
                    const INDEX: usize = #at;
                    const OFFSET: usize = ::core::mem::offset_of!(#ident #ty_generics, #member);
                }
            }
        });
        quote!(#(#impls)*)
    }

    fn element_impl(&self) -> TokenStream {
        let (ident, names) = (&self.input.ident, &self.names);
        let (impl_generics, ty_generics, where_clause) = self.input.generics.split_for_impl();
        let (_, rows_generics, _) = self.rows_generics.split_for_impl();
        let types = self.fields.iter().map(|field| &field.ty);
        let name: Vec<&Ident> = self.fields.iter().map(|field| &field.name).collect();
        let [columns, columns_mut, row, row_mut] =
            ["Slices", "SlicesMut", "Ref", "RefMut"].map(|suffix| self.view_ident(suffix));
        quote! {
            // SAFETY:
            // 1. The layouts are those of all fields in declaration order.
            // 2. Every field is visited once, in declaration order.
            #[automatically_derived]
            #[allow(single_use_lifetimes)]
            unsafe impl #impl_generics ::bun_collections::multi_array_list::MultiArrayElement
                for #ident #ty_generics #where_clause
            {
                const COLUMNS: &'static [::bun_collections::multi_array_list::Column] =
                    &::bun_collections::multi_array_list::Column::table([
                        #(::core::alloc::Layout::new::<#types>()),*
                    ]);

                type Columns<'__rows> = #columns #rows_generics where Self: '__rows;
                type ColumnsMut<'__rows> = #columns_mut #rows_generics where Self: '__rows;
                type Ref<'__rows> = #row #rows_generics where Self: '__rows;
                type RefMut<'__rows> = #row_mut #rows_generics where Self: '__rows;

                #[inline]
                fn each_field<__V>(visitor: &mut __V)
                where
                    __V: ::bun_collections::multi_array_list::FieldVisitor<Self>,
                {
                    #(visitor.visit::<#names::#name>();)*
                }

                #[inline]
                fn columns(
                    rows: ::bun_collections::multi_array_list::Slice<'_, Self>,
                ) -> Self::Columns<'_> {
                    #columns { #(#name: rows.items::<#names::#name>()),* }
                }

                #[inline]
                fn columns_mut(
                    mut columns: ::bun_collections::multi_array_list::ColumnSplitter<'_, Self>,
                ) -> Self::ColumnsMut<'_> {
                    #columns_mut { #(#name: columns.take::<#names::#name>()),* }
                }

                #[inline]
                fn row(
                    rows: ::bun_collections::multi_array_list::Slice<'_, Self>,
                    index: usize,
                ) -> Self::Ref<'_> {
                    #row { #(#name: &rows.items::<#names::#name>()[index]),* }
                }

                #[inline]
                fn row_mut(
                    mut columns: ::bun_collections::multi_array_list::ColumnSplitter<'_, Self>,
                    index: usize,
                ) -> Self::RefMut<'_> {
                    #row_mut { #(#name: &mut columns.take::<#names::#name>()[index]),* }
                }
            }
        }
    }

    fn clone_impl(&self) -> TokenStream {
        let (ident, names) = (&self.input.ident, &self.names);
        let mut generics = self.input.generics.clone();
        for parameter in generics.type_params_mut() {
            parameter.bounds.push(parse_quote!(::core::clone::Clone));
        }
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        let members = self.fields.iter().map(|field| &field.member);
        let name = self.fields.iter().map(|field| &field.name);
        quote! {
            #[automatically_derived]
            #[allow(single_use_lifetimes)]
            impl #impl_generics ::bun_collections::multi_array_list::CloneRow
                for #ident #ty_generics #where_clause
            {
                #[inline]
                fn clone_row(
                    rows: ::bun_collections::multi_array_list::Slice<'_, Self>,
                    index: usize,
                ) -> Self {
                    Self {
                        #(#members: ::core::clone::Clone::clone(
                            &rows.items::<#names::#name>()[index],
                        )),*
                    }
                }
            }
        }
    }

    /// Moves every field out of the struct, which the compiler refuses where it has a destructor.
    fn no_drop_check(&self) -> TokenStream {
        let ident = &self.input.ident;
        let (impl_generics, ty_generics, where_clause) = self.input.generics.split_for_impl();
        let members = self.fields.iter().map(|field| &field.member);
        let bindings = (0..self.fields.len()).map(|at| format_ident!("_field{at}"));
        quote! {
            const _: () = {
                #[allow(dead_code, single_use_lifetimes)]
                fn has_no_destructor #impl_generics (row: #ident #ty_generics) #where_clause {
                    let #ident { #(#members: #bindings),* } = row;
                }
            };
        }
    }
}

/// Returns whether `#[multi_array(clone)]` is among the attributes.
fn clone_attribute(input: &DeriveInput) -> Result<bool> {
    let mut clone = false;
    for attribute in input.attrs.iter().filter(|it| it.path().is_ident("multi_array")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("clone") {
                clone = true;
                Ok(())
            } else {
                Err(meta.error("the only argument is `clone`"))
            }
        })?;
    }
    Ok(clone)
}

/// Returns a visibility that means the same one module further in.
fn one_module_deeper(visibility: &Visibility) -> TokenStream {
    match visibility {
        Visibility::Public(_) => quote!(pub),
        Visibility::Inherited => quote!(pub(super)),
        Visibility::Restricted(restricted) => {
            let path = &restricted.path;
            let first = path.segments.first().map(|segment| segment.ident.to_string());
            let rest = path.segments.iter().skip(1);
            match first.as_deref() {
                Some("self") => quote!(pub(in super #(::#rest)*)),
                Some("super") => quote!(pub(in super::super #(::#rest)*)),
                _ => quote!(#visibility),
            }
        }
    }
}

/// Returns `HTTPRequest` as `http_request`.
pub(crate) fn snake_case(ident: &Ident) -> String {
    let name: Vec<char> = ident.to_string().trim_start_matches("r#").chars().collect();
    let mut snake = String::new();
    for (at, letter) in name.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|before| name.get(before));
        let next = name.get(at + 1);
        let starts_word = letter.is_uppercase()
            && previous.is_some_and(|previous| {
                let ends_acronym = next.is_some_and(|next| next.is_lowercase());
                *previous != '_' && (!previous.is_uppercase() || ends_acronym)
            });
        if starts_word {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// Replaces `Self`, which would mean another type in the items that are generated.
fn replace_self(tokens: TokenStream, itself: &TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(ident) if ident == "Self" => itself.clone(),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), replace_self(group.stream(), itself));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        other => other.into(),
    };
    tokens.into_iter().flat_map(replace).collect()
}

#[cfg(test)]
mod tests {
    use super::{derive, one_module_deeper, snake_case};
    use proc_macro2::{Ident, Span};
    use quote::quote;

    #[test]
    fn the_module_is_named_after_the_struct() {
        let snake = |name| snake_case(&Ident::new(name, Span::call_site()));
        assert_eq!(snake("Record"), "record");
        assert_eq!(snake("ImportRecord"), "import_record");
        assert_eq!(snake("HTTPRequest2"), "http_request2");
        assert_eq!(snake("already_snake"), "already_snake");
    }

    #[test]
    fn visibilities_keep_their_meaning_one_module_further_in() {
        let deeper =
            |tokens| one_module_deeper(&syn::parse2(tokens).expect("a visibility")).to_string();
        assert_eq!(deeper(quote!()), "pub (super)");
        assert_eq!(deeper(quote!(pub)), "pub");
        assert_eq!(deeper(quote!(pub(crate))), "pub (crate)");
        assert_eq!(deeper(quote!(pub(self))), "pub (in super)");
        assert_eq!(deeper(quote!(pub(super))), "pub (in super :: super)");
        assert_eq!(deeper(quote!(pub(in super::a))), "pub (in super :: super :: a)");
        assert_eq!(deeper(quote!(pub(in crate::a))), "pub (in crate :: a)");
    }

    #[test]
    fn what_has_no_columns_is_refused() {
        let many = (0..65).map(|at| quote::format_ident!("f{at}"));
        for (input, message) in [
            (
                quote!(
                    enum Kind {
                        One,
                    }
                ),
                "only the fields of a struct",
            ),
            (
                quote!(
                    struct Empty;
                ),
                "1 to 64 fields",
            ),
            (quote!(struct Wide { #(#many: u8),* }), "this struct has 65"),
            (
                quote!(
                    #[multi_array(copy)]
                    struct Row(u8);
                ),
                "the only argument",
            ),
        ] {
            assert!(derive(input).to_string().contains(message), "{message}");
        }
    }
}
