//! Safe HTML, read back into a tree.
//!
//! In: HTML as `content/markdown` writes it, in which every element is closed. Out: nodes. Never: reads HTML of others.

/// A piece of HTML.
pub(super) enum Node {
    Text(String),
    Element { name: String, attributes: Vec<(String, String)>, children: Vec<Node> },
}

/// Names and values, in the order of the tag.
pub(super) type Attributes = [(String, String)];

/// Elements that have no end.
const EMPTY: &[&str] = &["br", "hr", "img", "input", "source", "wbr"];
/// Reads HTML.
pub(super) fn read(html: &str) -> Vec<Node> {
    Reader { rest: html }.nodes()
}

/// Reads HTML that is known to be well formed.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Reads up to the end tag that closes the element at hand.
    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() {
            let Some(tag_at) = self.rest.find('<') else {
                nodes.push(Node::Text(decode(self.rest)));
                self.rest = "";
                break;
            };
            if tag_at > 0 {
                nodes.push(Node::Text(decode(&self.rest[..tag_at])));
            }
            let tag_end = self.rest[tag_at..].find('>').map_or(self.rest.len(), |end| tag_at + end);
            let tag = &self.rest[tag_at + 1..tag_end];
            self.rest = self.rest.get(tag_end + 1..).unwrap_or_default();
            if tag.starts_with('/') {
                break;
            }
            let (name, attributes) = read_tag(tag);
            let children = if EMPTY.contains(&name.as_str()) { Vec::new() } else { self.nodes() };
            nodes.push(Node::Element { name, attributes, children });
        }
        nodes
    }
}

fn read_tag(tag: &str) -> (String, Vec<(String, String)>) {
    let (name, mut rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        match rest[end..].strip_prefix("=\"") {
            Some(value) => {
                let close = value.find('"').unwrap_or(value.len());
                attributes.push((key, decode(&value[..close])));
                rest = value.get(close + 1..).unwrap_or_default();
            }
            None => {
                attributes.push((key, String::new()));
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
    }
    (name.to_owned(), attributes)
}

/// What each reference to a character stands for; others do not come up.
const REFERENCES: [(&str, char); 6] = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&#x27;", '\'')];

fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, c) = REFERENCES.iter().find(|(name, _)| rest.starts_with(name)).map_or((1, '&'), |&(name, c)| (name.len(), c));
        decoded.push(c);
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    decoded
}

/// The value of an attribute.
pub(super) fn attribute<'n>(attributes: &'n Attributes, name: &str) -> Option<&'n str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The elements of a name among nodes, each with its attributes and what is in it.
pub(super) fn elements<'n>(nodes: &'n [Node], wanted: &str) -> Vec<(&'n Attributes, &'n [Node])> {
    let element = |node: &'n Node| match node {
        Node::Element { name, attributes, children } if name == wanted => Some((attributes.as_slice(), children.as_slice())),
        _ => None,
    };
    nodes.iter().filter_map(element).collect()
}

/// The words alone.
pub(super) fn plain(nodes: &[Node]) -> String {
    let text = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element { children, .. } => plain(children),
    };
    nodes.iter().map(text).collect()
}
