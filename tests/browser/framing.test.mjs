// Framing: a host that sends the headers of the site lets other sites frame embeds, and nothing else.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";
import { serveWithHeaders } from "./headers.mjs";
import { buildStory } from "./story.mjs";

const story = buildStory();
let server, browser, other;

before(async () => {
  server = await serveWithHeaders(story.site);
  browser = await launch();
  // Another site: another port is another origin.
  other = createServer((request, response) => {
    const framed = new URL(request.url, "http://localhost").searchParams.get("frame");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Another site</title><link rel="icon" href="data:,"><iframe src="${server.top}${framed}" width="600" height="400"></iframe>`);
  });
  await new Promise((ready) => other.listen(0, "127.0.0.1", ready));
});
after(async () => { await browser.close(); await server.stop(); story.remove(); other.close(); other.closeAllConnections(); });

/** Whether the page at a path shows when another site frames it. */
async function isShownInFrame(path) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${other.address().port}/?frame=${path}`, { waitUntil: "networkidle" });
  // What the browser shows instead has headings too, but not our main part.
  const shown = await page.frames()[1].locator("main.embed, main#main").count();
  await page.close();
  return shown > 0;
}

for (const path of ["embed/events/entity-list-28/", "embed/storylines/entity-listings/", "embed/timeline/", "embed/strip/"]) {
  test(`another site may frame /${path}`, async () => assert.ok(await isShownInFrame(path)));
}

for (const path of ["", "events/entity-list-28/", "lanes/", "actors/hikvision/", "404.html"]) {
  test(`no other site may frame /${path}`, async () => assert.ok(!await isShownInFrame(path)));
}

test("on another site the strip is framed, and its links lead out of the frame", async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${other.address().port}/?frame=embed/strip/`, { waitUntil: "networkidle" });
  const frame = page.frames()[1];
  assert.ok(await frame.locator(".strip rect").count() > 10);
  await frame.locator("h1 a").click();
  await page.waitForURL((url) => url.href.startsWith(server.top));
  assert.equal(page.frames().length, 1);
  await page.close();
});
