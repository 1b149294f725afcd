// A server that sends what `_headers` asks for, as Netlify and Cloudflare Pages do: the rules that fit a file add up.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

/** The rules of the file: a pattern, in which `*` stands for anything, and its headers. */
function rules(site) {
  const read = [];
  for (const line of readFileSync(join(site, "_headers"), "utf8").split("\n").filter(Boolean)) {
    if (line.startsWith(" ")) read.at(-1).headers.push(line.trim().split(/: (.*)/s).slice(0, 2));
    else read.push({ pattern: new RegExp(`^${line.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`), headers: [] });
  }
  return read;
}

/** Serves a site at the top of a host with its headers. */
export async function serveWithHeaders(site) {
  const known = rules(site);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let file = join(site, normalize(decodeURIComponent(pathname)));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    for (const { pattern, headers } of known) if (pattern.test(pathname)) for (const [name, value] of headers) response.appendHeader(name, value);
    response.statusCode = existsSync(file) ? 200 : 404;
    if (file.endsWith(".html")) response.setHeader("content-type", "text/html; charset=utf-8");
    if (file.endsWith(".css")) response.setHeader("content-type", "text/css");
    if (file.endsWith(".js")) response.setHeader("content-type", "text/javascript");
    if (file.endsWith(".svg")) response.setHeader("content-type", "image/svg+xml");
    createReadStream(existsSync(file) ? file : join(site, "404.html")).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    top: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((stopped) => { server.close(stopped); server.closeAllConnections(); }),
  };
}
