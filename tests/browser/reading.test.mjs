// Reading: from page to page with a mouse, a keyboard, a printer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const story = buildStory();
const kinds = pageKinds(story.site);
const disk = `${pathToFileURL(story.site)}/`;
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

for (const javaScriptEnabled of [true, false]) {
  for (const isServed of [true, false]) {
    const where = `${isServed ? "on a server" : "from a disk"}${javaScriptEnabled ? "" : ", without JavaScript"}`;
    test(`links lead from home to an event, to an actor and back, ${where}`, async () => {
      const top = isServed ? server.top : disk;
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${top}index.html`);
      const home = page.url();
      await page.locator("main a[href*='events/entity-list-28/']").first().click();
      await page.waitForURL(/events\/entity-list-28\//);
      const event = page.url();
      await page.locator("main a[href*='actors/hikvision/']:visible").first().click();
      await page.waitForURL(/actors\/hikvision\//);
      assert.equal(await page.locator("h1").innerText(), "Hikvision");
      await page.goBack();
      assert.equal(page.url(), event);
      await page.goBack();
      assert.equal(page.url(), home);
      await context.close();
    });
  }
}

test("on a server, addresses are short enough to share", async () => {
  const page = await browser.newPage();
  await page.goto(server.top);
  await page.locator("main a[href*='events/']").first().click();
  await page.waitForURL(/\/events\//);
  assert.ok(!page.url().includes("index.html"), page.url());
  await page.close();
});

test("the first key press offers to skip to the content", async () => {
  const page = await browser.newPage();
  await page.goto(server.top + kinds.event);
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  assert.match(await skip.innerText(), /skip/i);
  assert.ok((await skip.boundingBox()).y >= 0, "the link comes into view");
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#main$/);
  await page.close();
});

test("a citation leads to its source and a footnote back to its call", async () => {
  const page = await browser.newPage();
  await page.goto(server.top + kinds.event);
  const citation = page.locator(".citation a").first();
  const target = await citation.getAttribute("href");
  await citation.click();
  assert.ok(page.url().endsWith(target));
  assert.ok(await page.locator(target).isVisible());
  await page.close();
});

for (const kind of ["home", "event", "actor", "storyline"]) {
  test(`the page of kind ${kind} prints`, async () => {
    const page = await browser.newPage();
    await page.goto(server.top + kinds[kind]);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("h1").isVisible());
    assert.equal(await page.locator("nav.menu").isVisible(), false, "the menu is of no use on paper");
    await page.close();
  });
}
