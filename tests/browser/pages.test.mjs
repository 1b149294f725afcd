// Every kind of page, from a server and from a disk: nothing fails, nothing is fetched from elsewhere, nothing is wider than a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const story = buildStory();
const kinds = pageKinds(story.site);
const disk = `${pathToFileURL(story.site)}/`;
// Pages of one browser, which go from kind to kind as a reader does.
let server, browser, watched, narrow, scripted, plain;

before(async () => {
  server = await serve(story.site);
  browser = await launch();
  const of = (settings) => browser.newContext(settings);
  watched = { true: await watch(await of(), (url) => url.startsWith(server.top)), false: await watch(await of(), (url) => url.startsWith(disk)) };
  narrow = await (await of({ viewport: { width: 320, height: 640 } })).newPage();
  [scripted, plain] = [await (await of()).newPage(), await (await of({ javaScriptEnabled: false })).newPage()];
});
after(async () => {
  // What came after the last page was looked at.
  assert.deepEqual([watched.true, watched.false].flatMap(({ faults }) => faults), []);
  await browser.close();
  await server.stop();
  story.remove();
});

test("the story has a page of every kind", () => {
  assert.ok(Object.keys(kinds).length >= 24, Object.keys(kinds).join(", "));
});

for (const [kind, path] of Object.entries(kinds)) {
  describe(`the page of kind ${kind}`, () => {
    for (const isServed of [true, false]) {
      // The page for unknown addresses knows its place on the server only.
      if (kind === "not-found" && !isServed) continue;
      test(isServed ? "loads from a server without fault" : "loads from a disk without fault", async () => {
        const top = isServed ? server.top : disk;
        const { page, faults } = watched[isServed];
        await page.goto(top + path, { waitUntil: "load" });
        assert.ok(await page.locator("h1").first().isVisible());
        assert.equal(await page.locator("h1").count(), 1);
        assert.deepEqual(faults.splice(0), []);
      });
    }

    test("fits a screen 320 pixels wide without sideways scrolling", async () => {
      await narrow.goto(server.top + path);
      const width = await narrow.evaluate(() => document.documentElement.scrollWidth);
      const tooWide = await narrow.evaluate(() => [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
        .map((element) => `${element.tagName}.${element.className}`));
      assert.ok(width <= 320, `${width} pixels: ${tooWide.join(", ")}`);
    });

    // What scripts add is controls, each marked as added; what there is to read is the same.
    test("shows the same text without JavaScript", async () => {
      const texts = [];
      for (const page of [scripted, plain]) {
        await page.goto(server.top + path);
        await page.evaluate(() => document.querySelectorAll("[data-added]").forEach((added) => added.remove()));
        texts.push(await page.locator("body").innerText());
      }
      assert.equal(texts[1], texts[0]);
    });
  });
}

test("an unknown address shows the page for it, with its styles", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const response = await page.goto(`${server.top}events/no-such-event/at/all/`);
  assert.equal(response.status(), 404);
  assert.equal(await page.evaluate(() => document.styleSheets.length > 2 && [...document.styleSheets].every((s) => s.cssRules.length >= 0)), true);
  await page.locator("header a").first().click();
  await page.waitForURL(server.top);
  await context.close();
});
