// Taking away: the whole story as one file, in print, and embedded in another site.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, repository } from "./story.mjs";

const story = buildStory();
const folder = mkdtempSync(join(tmpdir(), "dateline-single-"));
const single = join(folder, "story.html");
const events = JSON.parse(readFileSync(join(story.site, "data/events.json"), "utf8"));
let server, browser;

before(async () => {
  server = await serve(story.site);
  browser = await launch();
  const program = process.env.DATELINE ?? join(repository, "target", "debug", "dateline");
  execFileSync(program, ["build", "--quiet", "--root", repository, "--single", single], { stdio: "inherit" });
});
after(async () => { await browser.close(); await server.stop(); story.remove(); rmSync(folder, { recursive: true, force: true }); });

/** The words of a page as it prints, from the PDF that Chromium makes: spaces and line ends taken away. */
async function printed(page) {
  const pdf = join(folder, "printed.pdf");
  await page.pdf({ path: pdf, format: "A4" });
  return execFileSync("pdftotext", [pdf, "-"], { maxBuffer: 1 << 28 }).toString();
}
const squeeze = (text) => text.normalize("NFKC").replace(/[\s\u00ad-]+/g, "");

test("the one file opens from a disk without a request or a fault, and every link in it leads somewhere", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page, faults } = await watch(context, (url) => url === pathToFileURL(single).href || url.startsWith("data:"));
  await page.goto(pathToFileURL(single).href);
  const broken = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href"))
    .filter((href) => !/^(https?|mailto):/.test(href))
    .filter((href) => !href.startsWith("#") || !document.getElementById(decodeURIComponent(href.slice(1)))));
  assert.deepEqual(broken, []);
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map((element) => element.id));
  assert.equal(new Set(ids).size, ids.length, "no id stands twice");
  for (const event of events) assert.ok(ids.includes(`events/${event.id}`), event.id);
  assert.equal(await page.locator("script, link[rel=stylesheet]").count(), 0);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(paper, "rgba(0, 0, 0, 0)", "the style inside applies under the page's own policy");
  assert.deepEqual(faults, []);
  await context.close();
});

test("a storyline prints as a dossier with every event and the address of every source", async (t) => {
  const page = await browser.newPage();
  await page.goto(`${server.top}storylines/entity-listings/`);
  const text = squeeze(await printed(page));
  const own = events.filter((event) => event.storylines.some((storyline) => (storyline.id ?? storyline) === "entity-listings"));
  assert.ok(own.length > 5);
  for (const event of own) {
    assert.ok(text.includes(squeeze(event.title)), event.title);
    for (const source of event.sources) assert.ok(text.includes(squeeze(source.url ?? source.title)), source.url ?? source.title);
  }
  assert.ok(!text.includes("Skiptothecontent"));
  t.diagnostic(`${own.length} events`);
  await page.close();
});

test("the one file prints every event and every source", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(single).href);
  const text = squeeze(await printed(page));
  for (const event of events) {
    assert.ok(text.includes(squeeze(event.title)), event.title);
    for (const source of event.sources) assert.ok(text.includes(squeeze(source.url ?? source.title)), source.url ?? source.title);
  }
  await page.close();
});

/** Another site that shows an event by the code that the event's page gives. */
async function otherSite(code) {
  const other = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Another site</title><link rel="icon" href="data:,"><p>As we wrote:</p>${code}`);
  });
  await new Promise((ready) => other.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${other.address().port}/`, stop: () => new Promise((stopped) => { other.close(stopped); other.closeAllConnections(); }) };
}

for (const javaScriptEnabled of [false, true]) {
  test(`on another site an event is a quotation${javaScriptEnabled ? " that becomes the framed page" : " without JavaScript"}`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const event = await context.newPage();
    await event.goto(`${server.top}events/entity-list-28/`);
    const code = await event.locator("#embed-code").evaluate((area) => area.value).catch(async () => event.locator("#embed-code").inputValue());
    // The story names the address at which it is published; here it stands on the loopback.
    const other = await otherSite(code.replaceAll("https://dateline.example/october-blacklist/", server.top));
    const { page, faults } = await watch(context, (url) => url.startsWith(server.top) || url === other.address || url.startsWith("data:"));
    await page.goto(other.address);
    const quotation = page.locator("blockquote");
    if (javaScriptEnabled) {
      await page.frameLocator("iframe").getByRole("link", { name: /28 Chinese organisations/ }).waitFor({ state: "visible" });
      await quotation.waitFor({ state: "hidden" });
      const box = await page.locator("iframe").boundingBox();
      assert.ok(box.height > 100, `${box.height}`);
    } else {
      assert.ok(await quotation.isVisible());
      assert.match(await quotation.innerText(), /28 Chinese organisations[\s\S]*7 October 2019[\s\S]*Source: /);
      assert.equal(await page.locator("iframe").count(), 0);
    }
    assert.deepEqual(faults, []);
    await context.close();
    await other.stop();
  });
}

test("no script of the theme breaks the policy that forbids to turn text into markup", async () => {
  const context = await browser.newContext();
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
  for (const path of ["", "events/", "search/?q=hikvision", "events/entity-list-28/", "as-known/?on=2019-10-07", "embed/events/entity-list-28/", "embed/timeline/"]) {
    await page.goto(server.top + path, { waitUntil: "networkidle" });
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /require-trusted-types-for 'script'/, path);
  }
  assert.deepEqual(faults, []);
  await context.close();
});
