// A plain static server on the loopback, as any host would serve the site, below a path of its own.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json",
  ".xml": "application/xml", ".csv": "text/csv", ".txt": "text/plain", ".png": "image/png", ".jpg": "image/jpeg",
  ".webm": "video/webm", ".wav": "audio/wav", ".vtt": "text/vtt; charset=utf-8",
};

/** Serves a folder; gives the address of its top, and a function that stops the server. */
export async function serve(site, below = "/october-blacklist/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = path.startsWith(below) ? join(site, normalize(path.slice(below.length))) : undefined;
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const isFound = file !== undefined && existsSync(file);
    const sent = isFound ? file : join(site, "404.html");
    response.writeHead(isFound ? 200 : 404, { "content-type": TYPES[extname(sent)] ?? "application/octet-stream" });
    createReadStream(sent).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    top: `http://127.0.0.1:${server.address().port}${below}`,
    stop: () => new Promise((stopped) => { server.close(stopped); server.closeAllConnections(); }),
  };
}
