//! Files that cannot stand in one site together, because some computer takes them for one.
//!
//! In: the path and the origin of every file. Out: each clash, naming both sides. Never: chooses a winner.

use std::collections::HashMap;
use std::fmt;

use rayon::prelude::*;

use super::SitePath;
use super::messages::Shown;

/// A path, and who wants it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// Where the file would stand.
    pub path: SitePath,
    /// The page or content file that makes it.
    pub origin: String,
}

/// Two files that cannot both be written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Collision {
    /// The file whose path sorts first.
    pub first: Claim,
    /// The file that meets it.
    pub second: Claim,
    /// How they meet.
    pub clash: Clash,
}

/// The way two files collide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// Both have exactly the same path.
    SamePath,
    /// Their paths differ only by letter case or by a way of writing a letter that many computers ignore.
    SameToSomeComputers,
    /// The first would have to be a file and a folder at once.
    FileAndFolder,
}

/// Finds every pair of files that cannot stand in one site together, sorted; empty when all is well.
pub fn find_collisions<'a>(files: impl IntoIterator<Item = (&'a SitePath, &'a str)>) -> Vec<Collision> {
    let mut claims: Vec<(&SitePath, &str)> = files.into_iter().collect();
    claims.par_sort_unstable();
    let keys: Vec<String> = claims.par_iter().map(|(path, _)| path.collision_key()).collect();
    let mut holders: HashMap<&str, usize> = HashMap::with_capacity(keys.len());
    let mut pairs = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        match holders.get(key.as_str()) {
            Some(&first) if claims[first].0 == claims[index].0 => pairs.push((first, index, Clash::SamePath)),
            Some(&first) => pairs.push((first, index, Clash::SameToSomeComputers)),
            None => drop(holders.insert(key, index)),
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        pairs.extend(folders.filter_map(|f| holders.get(f)).map(|&file| (file, index, Clash::FileAndFolder)));
    }
    let claim = |index: usize| Claim { path: claims[index].0.clone(), origin: claims[index].1.to_owned() };
    let mut found: Vec<Collision> = pairs.into_iter().map(|(a, b, clash)| Collision { first: claim(a), second: claim(b), clash }).collect();
    found.sort();
    found
}

impl Collision {
    /// What the author can do about it.
    pub fn help(&self) -> &'static str {
        match self.clash {
            Clash::SamePath => "give one of them another id or name",
            Clash::SameToSomeComputers => "on many computers these are one file; give one of them another id or name",
            Clash::FileAndFolder => "a name cannot be a file and a folder at once; give one of them another name",
        }
    }
}

impl fmt::Display for Collision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = (&self.first, &self.second);
        let (a, b) = (Shown(first.path.as_str()), Shown(second.path.as_str()));
        let (a_origin, b_origin) = (Shown(&first.origin), Shown(&second.origin));
        match self.clash {
            Clash::SamePath => write!(f, "{a_origin} and {b_origin} would both write `{a}`"),
            Clash::SameToSomeComputers => write!(f, "`{a}` ({a_origin}) and `{b}` ({b_origin}) collide"),
            Clash::FileAndFolder => write!(f, "`{a}` ({a_origin}) is a file, but `{b}` ({b_origin}) needs it as a folder"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(paths: &[&str]) -> Vec<(String, String, Clash)> {
        let paths: Vec<SitePath> = paths.iter().map(|p| SitePath::parse(p).unwrap()).collect();
        let found = find_collisions(paths.iter().map(|p| (p, "content/a.md")));
        found.into_iter().map(|c| (c.first.path.to_string(), c.second.path.to_string(), c.clash)).collect()
    }

    fn pair(a: &str, b: &str, clash: Clash) -> Vec<(String, String, Clash)> {
        vec![(a.into(), b.into(), clash)]
    }

    #[test]
    fn different_files_do_not_collide() {
        assert_eq!(find(&["index.html", "events/a/index.html", "events/b/index.html", "events.html", "a-b", "a/b"]), []);
    }

    #[test]
    fn the_same_path_twice_collides_and_names_both_origins() {
        let path = SitePath::parse("feed.xml").unwrap();
        let found = find_collisions([(&path, "static/feed.xml"), (&path, "the Atom feed")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].to_string(), "static/feed.xml and the Atom feed would both write `feed.xml`");
    }

    #[test]
    fn names_that_some_computers_confuse_collide() {
        for (a, b) in [
            ("A.html", "a.html"),
            ("strasse", "stra\u{df}e"),
            ("\u{c5}.png", "A\u{30a}.png"),
            ("\u{212b}", "\u{e5}"),
            ("STRASSE/x", "stra\u{1e9e}e/x"),
            ("\u{fb01}le", "file"),
            ("\u{3a3}\u{3a3}", "\u{3c3}\u{3c2}"),
            ("me\u{200d}n", "men"),
            ("\u{ff21}", "a"),
            ("\u{130}", "i\u{307}"),
            ("K", "\u{212a}"),
        ] {
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            assert_eq!(find(&[a, b]), pair(first, second, Clash::SameToSomeComputers), "{a} {b}");
        }
    }

    #[test]
    fn a_file_that_must_be_a_folder_collides() {
        assert_eq!(find(&["a", "a/b"]), pair("a", "a/b", Clash::FileAndFolder));
        assert_eq!(find(&["A", "a/b/c/d"]), pair("A", "a/b/c/d", Clash::FileAndFolder));
    }

    #[test]
    fn three_files_of_one_name_give_two_findings() {
        assert_eq!(find(&["A", "a", "\u{ff41}"]).len(), 2);
    }

    #[test]
    fn the_order_of_files_does_not_matter() {
        let mut paths = ["b/c", "B", "a", "A", "x", "x/y"];
        let forwards = find(&paths);
        paths.reverse();
        assert_eq!(find(&paths), forwards);
    }
}
