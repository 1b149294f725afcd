//! Which file of the site a request is for. The path is only ever looked up among the files of the site, never on a disk.

use percent_encoding::percent_decode_str;

/// Reads the path of a request target as names without encoding; none where it could mean more than one thing.
pub(super) fn path_of(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default().strip_prefix('/')?;
    let mut names = Vec::new();
    for part in path.split('/') {
        let name = percent_decode_str(part).decode_utf8().ok()?;
        let is_plain = !name.contains(['/', '\\']) && !name.chars().any(char::is_control) && name != "." && name != "..";
        names.push(name.into_owned());
        if !is_plain {
            return None;
        }
    }
    // Only the last may be empty: then the path names a folder.
    let inner = names.len().saturating_sub(1);
    names[..inner].iter().all(|name| !name.is_empty()).then(|| names.join("/"))
}

/// A value of the query by its name.
pub(super) fn query<'t>(target: &'t str, name: &str) -> Option<&'t str> {
    let pairs = target.split_once('?')?.1.split('&');
    pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Says whether a `Host` names this computer and this port.
pub(super) fn is_own_host(host: &str, port: u16) -> bool {
    let is_ours = |name: &str| matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]");
    match host.strip_suffix(&format!(":{port}")) {
        Some(name) => is_ours(name),
        // A browser leaves out port 80.
        None => port == 80 && is_ours(host),
    }
}

/// The kind of a file, as browsers name it.
pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "geojson" => "application/json",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_of_the_site_is_none() {
        for target in
            ["/../x", "/a/../x", "/%2e%2e/x", "/a%2fb", "/a%5cb", "/a\\b", "/a%00", "//host/x", "http://host/", "/./x", "/%ff", "*", ""]
        {
            assert_eq!(path_of(target), None, "{target}");
        }
    }

    #[test]
    fn a_path_is_read_without_its_encoding_and_its_query() {
        assert_eq!(path_of("/"), Some(String::new()));
        assert_eq!(path_of("/actors/%E4%B8%AD/?a=/../"), Some("actors/中/".to_owned()));
        assert_eq!(query("/x?after=7&page=a", "page"), Some("a"));
    }

    #[test]
    fn only_this_computer_at_this_port_is_ours() {
        for (host, is_ours) in [
            ("localhost:4000", true),
            ("127.0.0.1:4000", true),
            ("[::1]:4000", true),
            ("localhost", false),
            ("localhost:4001", false),
            ("evil.example:4000", false),
            ("localhost.evil.example:4000", false),
            ("", false),
        ] {
            assert_eq!(is_own_host(host, 4000), is_ours, "{host}");
        }
    }
}
