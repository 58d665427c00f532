//! Dates of ECMAScript's interchange format.

use core::fmt;

use crate::error::{Error, known};

/// Text is no date. See [`parse_es5_date`].
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("InvalidDate")
    }
}

impl core::error::Error for InvalidDate {}

impl From<InvalidDate> for Error {
    fn from(_: InvalidDate) -> Self {
        known!(InvalidDate)
    }
}

/// Reads a date and returns the milliseconds since 1970.
///
/// The date is `YYYY[-MM[-DD]]`, perhaps with a time `THH:mm[:ss[.s…]]` and a zone `Z` or
/// `±HH[[:]mm]`.
///
/// The year may have a sign and any number of digits; `T` may be `t` or a space. Local time is
/// taken for UTC. A second 60, and an hour 24 with nothing behind it, are the start of what
/// follows.
///
/// Zig: `bun.jsc.wtf.parseES5Date`.
///
/// # Errors
///
/// [`InvalidDate`] when text is anything else, or a field is out of range.
///
/// # Examples
///
/// ```
/// use bun_core::wtf::{InvalidDate, parse_es5_date};
///
/// assert_eq!(parse_es5_date(b"2000-01-01T00:00:00.000Z"), Ok(946_684_800_000.0));
/// assert_eq!(parse_es5_date(b"1970-01-01T01:00+01:00"), Ok(0.0));
/// assert_eq!(parse_es5_date(b"2001-02-29"), Err(InvalidDate));
/// ```
#[doc(alias = "parseES5Date")]
pub fn parse_es5_date(text: &[u8]) -> Result<f64, InvalidDate> {
    let mut cursor = Cursor { rest: text };
    let date = cursor.date().ok_or(InvalidDate)?;
    let time = match cursor.rest {
        [b'T' | b't' | b' ', rest @ ..] => {
            cursor.rest = rest;
            cursor.time().ok_or(InvalidDate)?
        }
        _ => Time::default(),
    };
    if !cursor.rest.is_empty() || !date.is_valid() || !time.is_valid() {
        return Err(InvalidDate);
    }
    Ok((date.days() * 86_400 + time.seconds()) as f64 * 1000.0 + time.milliseconds)
}

struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    fn is_valid(&self) -> bool {
        let is_leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let days = match self.month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (1..=12).contains(&self.month) && (1..=days).contains(&self.day)
    }

    /// Days since 1970, counting years from March so that the leap day is the last.
    fn days(&self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let day_of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + day_of_year - 719_468
    }
}

#[derive(Default)]
struct Time {
    hours: i64,
    minutes: i64,
    seconds: i64,
    milliseconds: f64,
    offset_hours: i64,
    offset_minutes: i64,
    is_west: bool,
}

impl Time {
    fn is_valid(&self) -> bool {
        let is_midnight = self.minutes == 0 && self.seconds == 0;
        (self.hours < 24 || self.hours == 24 && is_midnight)
            && self.minutes < 60
            && self.seconds <= 60
            && self.offset_hours <= 24
            && self.offset_minutes < 60
    }

    /// Seconds since midnight in UTC.
    fn seconds(&self) -> i64 {
        let offset = (self.offset_hours * 60 + self.offset_minutes) * 60;
        let seconds = (self.hours * 60 + self.minutes) * 60 + self.seconds;
        if self.is_west { seconds + offset } else { seconds - offset }
    }
}

/// The last digit of a fraction of a second in milliseconds, by the number of digits. (`powi` may
/// round otherwise on another machine.)
const UNITS: [f64; 19] = [
    1e2, 1e1, 1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12,
    1e-13, 1e-14, 1e-15, 1e-16,
];

struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn take(&mut self, byte: u8) -> bool {
        let rest = self.rest.strip_prefix(&[byte]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes all the digits there are: their number and their value.
    fn digits(&mut self) -> Option<(usize, i64)> {
        let count = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        let value = digits.iter().try_fold(0_i64, |value, digit| {
            value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
        })?;
        (count > 0).then_some((count, value))
    }

    /// Takes two digits that no third follows.
    fn two(&mut self) -> Option<i64> {
        self.digits().filter(|&(count, _)| count == 2).map(|(_, value)| value)
    }

    fn date(&mut self) -> Option<Date> {
        let is_negative = self.take(b'-');
        if !is_negative {
            self.take(b'+');
        }
        // The standard wants four digits, or six behind a sign; WebKit takes any number.
        let (_, year) = self.digits().filter(|&(_, year)| year <= i64::from(i32::MAX))?;
        let year = if is_negative { -year } else { year };
        let month = if self.take(b'-') { Some(self.two()?) } else { None };
        let day = if month.is_some() && self.take(b'-') { self.two()? } else { 1 };
        Some(Date { year, month: month.unwrap_or(1), day })
    }

    fn time(&mut self) -> Option<Time> {
        let mut time = Time { hours: self.two()?, ..Time::default() };
        if !self.take(b':') {
            return None;
        }
        time.minutes = self.two()?;
        if self.take(b':') {
            time.seconds = self.two()?;
            if self.take(b'.') {
                let (count, fraction) = self.digits()?;
                time.milliseconds = fraction as f64 * UNITS.get(count - 1).unwrap_or(&0.0);
            }
        }
        if time.seconds == 60 {
            time.milliseconds = 0.0;
        }
        if self.take(b'Z') {
            return Some(time);
        }
        time.is_west = self.take(b'-');
        if time.is_west || self.take(b'+') {
            match self.digits()? {
                (2, hours) => {
                    time.offset_hours = hours;
                    time.offset_minutes = if self.take(b':') { self.two()? } else { 0 };
                }
                (4, both) if self.rest.first() != Some(&b':') => {
                    time.offset_hours = both / 100;
                    time.offset_minutes = both % 100;
                }
                _ => return None,
            }
        }
        Some(time)
    }
}
