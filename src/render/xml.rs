//! XML: what any text may hold, and documents that are always well formed.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

/// A document that is being written.
pub(super) type Xml = Writer<Vec<u8>>;

/// Writes a document with its declaration; `write` fills it.
pub(super) fn document(write: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing into memory cannot fail; a failure would be a fault of this program.
    let declaration = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    declaration.and_then(|()| write(&mut writer)).expect("a vector takes every byte");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// Drops the characters that XML 1.0 forbids.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    // The two highest forbidden characters begin with the byte EF.
    if text.bytes().all(|byte| byte >= 0x20 && byte != 0xef || matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(is_allowed).collect())
}
