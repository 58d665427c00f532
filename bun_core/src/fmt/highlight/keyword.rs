//! The words that have a colour.

pub(super) const MAGENTA: &str = "\x1b[35m";
const BLUE: &str = "\x1b[34m";
const ORANGE: &str = "\x1b[33m";
const RED: &str = "\x1b[31m";

/// The colour of a keyword of JavaScript or TypeScript.
pub(super) fn color_of(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"async" | b"await" | b"break" | b"case" | b"catch" | b"class" | b"const" | b"continue"
        | b"debugger" | b"default" | b"do" | b"else" | b"export" | b"extends" | b"finally"
        | b"for" | b"function" | b"if" | b"import" | b"in" | b"instanceof" | b"let" | b"new"
        | b"package" | b"return" | b"static" | b"super" | b"switch" | b"throw" | b"try"
        | b"typeof" | b"var" | b"void" | b"while" | b"with" | b"yield" => MAGENTA,
        b"abstract" | b"any" | b"as" | b"boolean" | b"declare" | b"enum" | b"implements"
        | b"interface" | b"namespace" | b"never" | b"number" | b"object" | b"private"
        | b"protected" | b"public" | b"readonly" | b"string" | b"symbol" | b"type" | b"unknown" => {
            BLUE
        }
        b"false" | b"null" | b"this" | b"true" | b"undefined" => ORANGE,
        b"delete" => RED,
        _ => return None,
    })
}

/// What a keyword says about the words behind it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Expects {
    /// `new`: a class.
    Class,
    /// `type`, `interface`, …: the name of what is declared.
    Declaration,
    /// `import`: perhaps `from`.
    From,
    /// Nothing.
    Nothing,
}

impl Expects {
    pub(super) fn after(keyword: &[u8]) -> Self {
        match keyword {
            b"new" => Self::Class,
            b"abstract" | b"namespace" | b"declare" | b"type" | b"interface" => Self::Declaration,
            b"import" => Self::From,
            _ => Self::Nothing,
        }
    }
}

/// Whether the value behind this name is a secret.
pub(super) fn is_secret(word: &[u8]) -> bool {
    matches!(word, b"_auth" | b"_authToken" | b"token" | b"_password" | b"email")
}
