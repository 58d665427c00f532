//! `multi_array_columns!`: a trait with `items_name` and `items_name_mut` for each field named.
//!
//! The methods ask for a field by its type from the module that the derive macro makes beside the
//! struct, so a column of another type than the one written is an error of the compiler.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, GenericParam, Generics, Ident, Result, Token, Type, TypePath, Visibility,
    braced, bracketed, parse_quote, token,
};

use crate::multi_array::snake_case;

/// `pub trait Name [generics] for Row<generics> { field: Type, … }`.
struct Columns {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    generics: Generics,
    row: TypePath,
    fields: Punctuated<Column, Token![,]>,
}

/// `field: Type`.
struct Column {
    name: Ident,
    ty: Type,
}

impl Parse for Column {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        Ok(Self { name, ty: input.parse()? })
    }
}

impl Parse for Columns {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![trait]>()?;
        let name = input.parse()?;
        let mut generics = Generics::default();
        if input.peek(token::Bracket) {
            let content;
            bracketed!(content in input);
            generics.params = Punctuated::<GenericParam, Token![,]>::parse_terminated(&content)?;
        }
        input.parse::<Token![for]>()?;
        let row = input.parse()?;
        let content;
        braced!(content in input);
        let fields = Punctuated::parse_terminated(&content)?;
        Ok(Self { attributes, visibility, name, generics, row, fields })
    }
}

/// Expands the macro.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    syn::parse2::<Columns>(input)
        .and_then(|columns| columns.expand())
        .unwrap_or_else(Error::into_compile_error)
}

impl Columns {
    fn expand(&self) -> Result<TokenStream> {
        let Self { attributes, visibility, name, generics, row, fields } = self;
        let names = self.names()?;
        let (trait_impl_generics, trait_generics, _) = generics.split_for_impl();
        let mut with_rows = generics.clone();
        with_rows.params.push(parse_quote! {
            __Rows: ::bun_collections::multi_array_list::Rows<Row = #row> + ?Sized
        });
        let (impl_generics, _, _) = with_rows.split_for_impl();
        let rows_mut = quote!(::bun_collections::multi_array_list::RowsMut);
        let methods = fields.iter().map(|Column { name, ty }| {
            let plain = name.to_string();
            let plain = plain.trim_start_matches("r#");
            let (shared, exclusive) =
                (format_ident!("items_{plain}"), format_ident!("items_{plain}_mut"));
            let doc = format!("Returns the column of `{plain}`.");
            let doc_mut = format!("Returns the column of `{plain}`, exclusively.");
            quote! {
                #[doc = #doc]
                #[inline]
                fn #shared(&self) -> &[#ty] {
                    ::bun_collections::multi_array_list::Rows::items_of::<#names::#name>(self)
                }

                #[doc = #doc_mut]
                #[inline]
                fn #exclusive(&mut self) -> &mut [#ty]
                where
                    Self: #rows_mut,
                {
                    #rows_mut::items_of_mut::<#names::#name>(self)
                }
            }
        });
        let doc = "The columns of the rows, by name.";
        let doc = attributes.is_empty().then(|| quote!(#[doc = #doc]));
        Ok(quote! {
            #(#attributes)*
            #doc
            #[allow(dead_code, single_use_lifetimes)]
            #visibility trait #name #trait_impl_generics:
                ::bun_collections::multi_array_list::Rows<Row = #row>
            {
                #(#methods)*
            }

            #[allow(single_use_lifetimes)]
            impl #impl_generics #name #trait_generics for __Rows {}
        })
    }

    /// The module of the types that name the fields, beside the struct.
    fn names(&self) -> Result<TokenStream> {
        let path = &self.row.path;
        let Some(last) = path.segments.last() else {
            return Err(Error::new_spanned(&self.row, "a row is a struct"));
        };
        let module = Ident::new(&format!("{}_fields", snake_case(&last.ident)), Span::call_site());
        let before: Vec<&Ident> =
            path.segments.iter().rev().skip(1).map(|segment| &segment.ident).collect();
        let (before, root) = (before.into_iter().rev(), path.leading_colon);
        Ok(quote!(#root #(#before::)* #module))
    }
}

#[cfg(test)]
mod tests {
    use super::expand;
    use quote::quote;

    #[test]
    fn fields_are_named_beside_the_struct() {
        let output = expand(quote! {
            pub trait PackageColumns [T: Version] for crate::lockfile::Package<T> { r#type: T }
        });
        let output = output.to_string();
        assert!(output.contains("trait PackageColumns < T : Version >"), "{output}");
        assert!(output.contains("crate :: lockfile :: package_fields :: r#type"), "{output}");
        assert!(output.contains("fn items_type_mut"), "{output}");
    }

    #[test]
    fn other_input_is_refused() {
        let output = expand(quote!(
            struct Package;
        ))
        .to_string();
        assert!(output.contains("compile_error"), "{output}");
    }
}
