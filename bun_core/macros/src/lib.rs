//! Colour tags in format strings, translated while compiling.
//!
//! Use the macros of `bun_core` (`pretty!`, `pretty_fmt!`, …), whose documentation has the tags.
//!
//! A procedural macro, because `format_args!` accepts nothing but a literal as its template: a
//! string computed by `const` code cannot be formatted, and a `macro_rules!` macro cannot look
//! inside a literal. It has no dependencies and so does not hold up the build of `bun_core`.

#![forbid(unsafe_code)]

mod literal;
mod markup;
mod template;

use core::iter::Peekable;
use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use markup::Style;

/// `pretty_fmt!("…", true)` is the template with its tags as ANSI sequences; with `false`,
/// without them. The result is a string literal.
#[proc_macro]
pub fn pretty_fmt(input: TokenStream) -> TokenStream {
    finish(expand_template(input))
}

/// `__pretty_args!(true line "…" "…", arguments…)` is `format_args!` over the joined template.
#[doc(hidden)]
#[proc_macro]
pub fn __pretty_args(input: TokenStream) -> TokenStream {
    finish(expand_arguments(input))
}

/// What is wrong, and where.
struct Problem {
    span: Span,
    message: String,
}

type Tokens = Peekable<proc_macro::token_stream::IntoIter>;

fn finish(result: Result<TokenStream, Problem>) -> TokenStream {
    result.unwrap_or_else(|problem| {
        let message = TokenTree::from(Literal::string(&problem.message));
        call("compile_error", message.into(), problem.span)
    })
}

fn expand_template(input: TokenStream) -> Result<TokenStream, Problem> {
    let mut tokens = input.into_iter().peekable();
    let (template, span) = template(&mut tokens)?;
    match tokens.next() {
        Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => {}
        _ => return Err(expected("`,` and `true` or `false`", span)),
    }
    let style = style(&mut tokens)?;
    Ok(TokenTree::from(translated(&template, style, span)?).into())
}

fn expand_arguments(input: TokenStream) -> Result<TokenStream, Problem> {
    let mut tokens = input.into_iter().peekable();
    let style = style(&mut tokens)?;
    let as_line = match tokens.next() {
        Some(TokenTree::Ident(word)) if word.to_string() == "line" => true,
        Some(TokenTree::Ident(word)) if word.to_string() == "text" => false,
        _ => return Err(expected("`line` or `text`", Span::call_site())),
    };
    let (mut template, span) = template(&mut tokens)?;
    if as_line && !markup::translate(&template, style).is_ok_and(|text| text.ends_with('\n')) {
        template.push('\n');
    }
    let literal = translated(&template, style, span)?;
    let arguments = [TokenTree::from(literal)].into_iter().chain(tokens).collect();
    Ok(call("format_args", arguments, Span::mixed_site()))
}

fn translated(template: &str, style: Style, span: Span) -> Result<Literal, Problem> {
    let text = markup::translate(template, style).map_err(|message| Problem { span, message })?;
    let mut literal = Literal::string(&text);
    // The span of the template is what lets `{name}` capture a variable of its author.
    literal.set_span(span);
    Ok(literal)
}

/// Reads string literals side by side and joins them; the span is that of the last.
fn template(tokens: &mut Tokens) -> Result<(String, Span), Problem> {
    let mut joined: Option<(String, Span)> = None;
    while let Some((text, span)) = template::piece(tokens)? {
        let before = joined.map(|(text, _)| text).unwrap_or_default();
        joined = Some((before + &text, span));
    }
    joined.ok_or_else(|| {
        let span = tokens.peek().map_or_else(Span::call_site, TokenTree::span);
        expected("a string literal", span)
    })
}

fn style(tokens: &mut Tokens) -> Result<Style, Problem> {
    match tokens.next() {
        Some(TokenTree::Ident(word)) if word.to_string() == "true" => Ok(Style::Ansi),
        Some(TokenTree::Ident(word)) if word.to_string() == "false" => Ok(Style::Plain),
        _ => Err(expected("`true` or `false`", Span::call_site())),
    }
}

fn expected(what: &str, span: Span) -> Problem {
    Problem { span, message: format!("expected {what}") }
}

/// `::core::name!(arguments)`
fn call(name: &str, arguments: TokenStream, span: Span) -> TokenStream {
    let mut tokens = Vec::new();
    for segment in ["core", name] {
        tokens.push(Punct::new(':', Spacing::Joint).into());
        tokens.push(Punct::new(':', Spacing::Alone).into());
        tokens.push(TokenTree::from(Ident::new(segment, span)));
    }
    tokens.push(Punct::new('!', Spacing::Alone).into());
    tokens.push(Group::new(Delimiter::Parenthesis, arguments).into());
    for token in &mut tokens {
        token.set_span(span);
    }
    tokens.into_iter().collect()
}
