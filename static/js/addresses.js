// Adds: on a web server, links to `…/index.html` lead to the folder instead, so that readers copy and share the short address.
// Without it: every link works as it stands, from a server and from a disk.
if (location.protocol.startsWith("http")) {
  for (const link of document.querySelectorAll('a[href*="index.html"]')) {
    // The attribute, since the `href` of a link in a drawing is no text.
    const url = new URL(link.getAttribute("href"), location.href);
    if (url.origin === location.origin && url.pathname.endsWith("/index.html")) {
      link.setAttribute("href", url.pathname.slice(0, -"index.html".length) + url.search + url.hash);
    }
  }
}
