//! Words as search compares them: folded alike here and in `static/js/search.js`, in any script.
//!
//! In: text as readers write it. Out: folded words, and the shard of the index in which each stands. Never: knows a language;
//! scripts without spaces between words are cut into pairs of letters, as search engines do.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut: nobody types more.
const LONGEST: usize = 40;
/// So many letters of a word choose its shard; a beginning of a word is found from that many on.
const SHARD_LETTERS: usize = 3;

/// The words of a text, in its order.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    for run in folded.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let is_joined = is_written_joined(first);
            let end = rest.find(|c| is_written_joined(c) != is_joined).unwrap_or(rest.len());
            let (part, others) = rest.split_at(end);
            if is_joined {
                push_pairs(part, &mut words);
            } else {
                push_word(part, &mut words);
            }
            rest = others;
        }
    }
    words
}

/// The shard of a word, of `count`: FNV-1a over the letters by which shards are chosen.
pub(super) fn shard(word: &str, count: usize) -> usize {
    let letters = if word.chars().next().is_some_and(is_written_joined) { 1 } else { SHARD_LETTERS };
    let hash = word.chars().take(letters).fold(2_166_136_261_u32, |hash, c| (hash ^ u32::from(c)).wrapping_mul(16_777_619));
    hash as usize % count
}

/// Compatible forms, lower case, Latin, Greek, Cyrillic, Hebrew and Arabic without their marks; Arabic letters by their common shape.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.nfkc().collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for c in lower.nfd() {
        match c {
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            'ٱ' => folded.push('ا'),
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ة' => folded.push('ه'),
            '٠'..='٩' => folded.extend(char::from_digit(c as u32 - '٠' as u32, 10)),
            '۰'..='۹' => folded.extend(char::from_digit(c as u32 - '۰' as u32, 10)),
            other => folded.push(other),
        }
    }
    folded.nfc().collect()
}

/// Says whether a script sets no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese; and Korean, whose words take endings.
fn is_written_joined(c: char) -> bool {
    matches!(u32::from(c),
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3040..=0x30ff | 0x31f0..=0x31ff
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Every letter with the next one; the last stands alone, so that a single letter is found as the beginning of some entry.
fn push_pairs(part: &str, words: &mut Vec<String>) {
    let letters: Vec<char> = part.chars().collect();
    words.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
    words.extend(letters.last().map(char::to_string));
}

fn push_word(part: &str, words: &mut Vec<String>) {
    let part = match part.strip_prefix("ال") {
        Some(rest) if rest.chars().count() > 2 => rest,
        _ => part,
    };
    let is_stray = part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    if !is_stray {
        words.push(part.chars().take(LONGEST).collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        words(text).join(" ")
    }

    #[test]
    fn case_accents_and_forms_do_not_part_words() {
        assert_eq!(joined("Ürümqi’s “Łódź” ＥＮＴＩＴＹ straße Σίσυφος"), "urumqi lodz entity strasse σισυφοσ");
        assert_eq!(joined("tariffs of 25% on $200bn"), "tariffs of 25 on 200bn");
    }

    #[test]
    fn chinese_is_cut_into_pairs_and_parted_from_other_letters() {
        assert_eq!(joined("海康威视2019年"), "海康 康威 威视 视 2019 年");
        assert_eq!(joined("도쿄 ガス"), "도쿄 쿄 ガス ス");
    }

    #[test]
    fn arabic_is_found_with_and_without_article_points_and_hamza() {
        assert_eq!(joined("الصِّين أمريكا ٢٠١٩"), "صين امريكا 2019");
    }

    #[test]
    fn the_vowels_of_indic_scripts_stay() {
        assert_eq!(joined("हिन्दी"), "हिन्दी");
    }

    #[test]
    fn a_beginning_of_three_letters_stands_in_the_shard_of_its_words() {
        assert_eq!(shard("hikvision", 64), shard("hik", 64));
        assert_eq!(shard("海康", 64), shard("海", 64));
        assert_eq!(shard("hikvision", 1), 0);
    }
}
