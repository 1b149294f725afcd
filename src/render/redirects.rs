//! `_redirects`: the old addresses for web servers that read such a list (Netlify, Cloudflare Pages). Others serve the redirect pages.

/// Writes the list, a redirect a line.
pub(super) fn write(redirects: &[(String, String)]) -> Vec<u8> {
    redirects.iter().map(|(from, to)| format!("{from} {to} 301\n")).collect::<String>().into_bytes()
}
