//! The pieces a template may be written in: string literals, `concat!(…)` and `stringify!(…)`.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::{Problem, Tokens, expected, literal};

/// Takes one piece of a template off the front, or nothing if something else stands there.
pub(crate) fn piece(tokens: &mut Tokens) -> Result<Option<(String, Span)>, Problem> {
    match tokens.peek() {
        Some(TokenTree::Literal(found)) => {
            let (source, span) = (found.to_string(), found.span());
            tokens.next();
            let text = literal::value(&source).ok_or_else(|| expected("a string literal", span))?;
            Ok(Some((text, span)))
        }
        // What went through a fragment of a `macro_rules!` macro arrives in an invisible group.
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            let mut inner = group.stream().into_iter().peekable();
            tokens.next();
            piece(&mut inner)
        }
        Some(TokenTree::Ident(word)) if is_joining(word) => {
            let word = word.clone();
            tokens.next();
            let arguments = macro_arguments(tokens, word.span())?;
            let text = if word.to_string() == "concat" {
                concatenated(arguments.stream())?
            } else {
                arguments.stream().to_string()
            };
            Ok(Some((text, word.span())))
        }
        // `::core::concat!(…)`
        Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
            tokens.next();
            piece(tokens)
        }
        Some(TokenTree::Ident(word)) if matches!(&*word.to_string(), "core" | "std") => {
            tokens.next();
            piece(tokens)
        }
        _ => Ok(None),
    }
}

fn is_joining(word: &Ident) -> bool {
    matches!(&*word.to_string(), "concat" | "stringify")
}

/// Takes `!(…)`.
fn macro_arguments(tokens: &mut Tokens, span: Span) -> Result<Group, Problem> {
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Punct(bang)), Some(TokenTree::Group(arguments)))
            if bang.as_char() == '!' =>
        {
            Ok(arguments)
        }
        _ => Err(expected("the arguments of a macro", span)),
    }
}

/// The value of `concat!`: pieces, characters, whole numbers and booleans between commas.
fn concatenated(arguments: TokenStream) -> Result<String, Problem> {
    let mut tokens = arguments.into_iter().peekable();
    let mut joined = String::new();
    while let Some(next) = tokens.peek() {
        let span = next.span();
        match (next, next.to_string()) {
            (TokenTree::Punct(comma), _) if comma.as_char() == ',' => {
                tokens.next();
            }
            (TokenTree::Ident(_), word) if matches!(&*word, "true" | "false") => {
                joined.push_str(&word);
                tokens.next();
            }
            (TokenTree::Literal(_), source) if literal::is_scalar(&source) => {
                let text = literal::scalar(&source)
                    .ok_or_else(|| expected("a string, character or whole number", span))?;
                joined.push_str(&text);
                tokens.next();
            }
            _ => match piece(&mut tokens)? {
                Some((text, _)) => joined.push_str(&text),
                None => return Err(expected("a string literal", span)),
            },
        }
    }
    Ok(joined)
}
