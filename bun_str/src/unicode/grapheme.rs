//! Where one user-perceived character ends and the next begins (UAX #29, extended clusters).

use super::property::of_run;
use super::property_tables::GRAPHEME_RUNS;

/// The property Grapheme_Cluster_Break, with what rules GB9c and GB11 ask for; the numbers are
/// those in the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Class {
    Other,
    Control,
    Cr,
    Lf,
    Prepend,
    RegionalIndicator,
    SpacingMark,
    L,
    V,
    T,
    Zwj,
    /// Extends a cluster, and ends a sequence of conjuncts.
    Extend,
    ConjunctExtend,
    ConjunctLinker,
    ConjunctConsonant,
    Pictographic,
    /// A Hangul syllable, by arithmetic.
    Lv,
    /// As [`Class::Lv`].
    Lvt,
}

impl Class {
    const OF_TABLE: [Self; 16] = [
        Self::Other,
        Self::Control,
        Self::Cr,
        Self::Lf,
        Self::Prepend,
        Self::RegionalIndicator,
        Self::SpacingMark,
        Self::L,
        Self::V,
        Self::T,
        Self::Zwj,
        Self::Extend,
        Self::ConjunctExtend,
        Self::ConjunctLinker,
        Self::ConjunctConsonant,
        Self::Pictographic,
    ];

    fn of(code_point: u32) -> Self {
        match code_point {
            0x20..0x7f | 0x4e00..=0x9fff => Self::Other,
            0xac00..=0xd7a3 if (code_point - 0xac00).is_multiple_of(28) => Self::Lv,
            0xac00..=0xd7a3 => Self::Lvt,
            _ => Self::OF_TABLE[of_run(&GRAPHEME_RUNS, 4, code_point) as usize],
        }
    }

    fn is_control(self) -> bool {
        matches!(self, Self::Control | Self::Cr | Self::Lf)
    }

    fn extends(self) -> bool {
        matches!(self, Self::Zwj | Self::Extend | Self::ConjunctExtend | Self::ConjunctLinker)
    }
}

/// What [`grapheme_break`] remembers of the text in front of a pair.
///
/// Zig: `bun.strings.grapheme.BreakState`; C callers hold it as a byte that is 0 at first.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{BreakState, grapheme_break};
///
/// // Three regional indicators: a flag, and the first half of another.
/// let mut state = BreakState::default();
/// assert!(!grapheme_break(0x1f1e9, 0x1f1ea, &mut state));
/// assert_eq!(state, BreakState::RegionalIndicator);
/// assert!(grapheme_break(0x1f1ea, 0x1f1eb, &mut state));
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[repr(u8)]
pub enum BreakState {
    /// Nothing that matters.
    #[default]
    Default = 0,
    /// The first of the pair is the second half of a flag.
    RegionalIndicator = 1,
    /// The first of the pair extends a pictograph.
    ExtendedPictographic = 2,
    /// The first of the pair extends a consonant.
    IndicConjunctBreakConsonant = 3,
    /// The same, with a linker in between.
    IndicConjunctBreakLinker = 4,
}

/// Returns whether there is a boundary between two neighbours in a text.
///
/// Called for each pair of the text in order, with one `state` that was the default at first.
///
/// Zig: `bun.strings.grapheme.graphemeBreak`, which knows no controls, and lets the modifier of an
/// emoji extend nothing but an emoji; here both are as in UAX #29.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{BreakState, grapheme_break};
///
/// let mut state = BreakState::default();
/// let family: Vec<u32> = "👩\u{200d}👧!".chars().map(u32::from).collect();
/// let breaks: Vec<bool> =
///     family.windows(2).map(|pair| grapheme_break(pair[0], pair[1], &mut state)).collect();
/// assert_eq!(breaks, [false, false, true]);
/// ```
#[doc(alias = "graphemeBreak")]
pub fn grapheme_break(first: u32, second: u32, state: &mut BreakState) -> bool {
    let before = *state;
    let (first, second) = (Class::of(first), Class::of(second));
    *state = after(first, second, before);
    !match (first, second) {
        // GB3 to GB5.
        (Class::Cr, Class::Lf) => true,
        (first, second) if first.is_control() || second.is_control() => false,
        // GB6 to GB8.
        (Class::L, Class::L | Class::V | Class::Lv | Class::Lvt) => true,
        (Class::Lv | Class::V, Class::V | Class::T) => true,
        (Class::Lvt | Class::T, Class::T) => true,
        // GB9, GB9a, GB9b.
        (_, second) if second.extends() || second == Class::SpacingMark => true,
        (Class::Prepend, _) => true,
        // GB9c, GB11.
        (_, Class::ConjunctConsonant) => before == BreakState::IndicConjunctBreakLinker,
        (Class::Zwj, Class::Pictographic) => before == BreakState::ExtendedPictographic,
        // GB12, GB13.
        (Class::RegionalIndicator, Class::RegionalIndicator) => {
            before != BreakState::RegionalIndicator
        }
        _ => false,
    }
}

/// The state in front of the next pair, whose first is `second`.
fn after(first: Class, second: Class, before: BreakState) -> BreakState {
    let conjunct = match before {
        BreakState::IndicConjunctBreakConsonant | BreakState::IndicConjunctBreakLinker => true,
        _ => first == Class::ConjunctConsonant,
    };
    match second {
        Class::RegionalIndicator if first == second && before != BreakState::RegionalIndicator => {
            BreakState::RegionalIndicator
        }
        _ if !second.extends() => BreakState::Default,
        // A joiner ends what it joins: `Extend*` in GB11 does not go on behind one.
        _ if first == Class::Pictographic
            || (before == BreakState::ExtendedPictographic && first != Class::Zwj) =>
        {
            BreakState::ExtendedPictographic
        }
        Class::ConjunctLinker if conjunct => BreakState::IndicConjunctBreakLinker,
        Class::ConjunctExtend | Class::Zwj if conjunct => match before {
            BreakState::IndicConjunctBreakLinker => before,
            _ => BreakState::IndicConjunctBreakConsonant,
        },
        _ => BreakState::Default,
    }
}
