//! Slips of the keyboard and older spellings.
//!
//! In: a text. Out: the same with EDTF's characters in place of look-alikes. Never: a change of order or meaning.

/// Replaces what stands for EDTF's characters elsewhere: other dashes, small letters, spaces, `u` for `X`, `open`.
pub(super) fn respell(text: &str) -> Option<String> {
    let mut plain = with_plain_characters(text).to_ascii_uppercase();
    for (other, own) in [("/OPEN", "/.."), ("/NOW", "/.."), ("/PRESENT", "/.."), ("UNKNOWN/", "/"), ("/UNKNOWN", "/"), ("OPEN/", "../")] {
        plain = plain.replace(other, own);
    }
    let plain = plain.replace("...", "..");
    let is_date_like = plain.bytes().any(|byte| byte.is_ascii_digit() || byte == b'X');
    let spaced = plain.split_whitespace().collect::<Vec<_>>();
    let joined = match spaced.as_slice() {
        [day, time, rest @ ..] if day.len() == 10 && time.contains(':') => format!("{day}T{time}{}", rest.concat()),
        words => words.concat(),
    };
    let joined = with_masks(&with_whole_time(&joined));
    (is_date_like && joined != text).then_some(joined)
}

/// Puts hyphens for the dashes and minus signs of typesetting, and plain spaces for all others.
pub(super) fn with_plain_characters(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '×' => 'X',
            '…' => '\u{2026}',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect::<String>()
        .replace('\u{2026}', "..")
}

/// `199U` of the older drafts is `199X`; so is `199*`.
fn with_masks(text: &str) -> String {
    text.replace(['U', '*'], "X")
}

/// Drops fractions of a second, `T24:00`'s kin are left; writes `+0200` as `+02:00` and `-00:00` as `Z`.
fn with_whole_time(text: &str) -> String {
    let Some((day, time)) = text.split_once('T') else { return text.to_owned() };
    let shift_at = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, shift) = time.split_at(shift_at);
    let clock = clock.split(['.', ',']).next().unwrap_or(clock);
    let clock = if clock.len() == 4 && clock.get(1..2) == Some(":") { format!("0{clock}") } else { clock.to_owned() };
    let shift = match shift {
        "-00:00" | "-0000" | "-00" => "Z".to_owned(),
        _ if shift.len() == 5 && shift.is_ascii() => format!("{}:{}", &shift[..3], &shift[3..]),
        _ => shift.to_owned(),
    };
    format!("{day}T{clock}{shift}")
}
