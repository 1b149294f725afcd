// Colours: light, dark or as the device has them, chosen at the foot of a page and kept in the browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const story = buildStory();
const kinds = pageKinds(story.site);
const DARK = "rgb(22, 21, 19)";
const LIGHT = "rgb(253, 251, 247)";
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const isServed of [true, false]) {
  test(`a choice of colours holds on every page and after a reload, ${isServed ? "on a server" : "from a disk"}`, async () => {
    const top = isServed ? server.top : `${pathToFileURL(story.site)}/`;
    const context = await browser.newContext({ colorScheme: "light" });
    const { page, faults } = await watch(context, (url) => url.startsWith(top));
    await page.goto(`${top}index.html`);
    assert.equal(await paper(page), LIGHT);
    const choice = page.getByLabel("Colours");
    assert.equal(await choice.inputValue(), "");
    await choice.selectOption("dark");
    assert.equal(await paper(page), DARK);
    for (const path of [kinds.event, kinds.search, kinds.graph]) {
      await page.goto(top + path);
      assert.equal(await paper(page), DARK, path);
      assert.equal(await page.getByLabel("Colours").inputValue(), "dark");
    }
    await page.reload();
    assert.equal(await paper(page), DARK);
    await page.getByLabel("Colours").selectOption("");
    assert.equal(await paper(page), LIGHT);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await paper(page), DARK, "without a choice the device decides");
    await page.getByLabel("Colours").selectOption("light");
    assert.equal(await paper(page), LIGHT);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the chosen colours stand before the page has a body, so that nothing flashes", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(server.top);
  await page.getByLabel("Colours").selectOption("dark");
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      globalThis.themeAtBody = document.documentElement.dataset.theme;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.top + kinds.event);
  assert.equal(await page.evaluate(() => globalThis.themeAtBody), "dark");
  await context.close();
});

test("another window of the site follows the choice", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto(server.top);
  await other.goto(server.top + kinds.event);
  await one.getByLabel("Colours").selectOption("dark");
  await other.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  assert.equal(await other.getByLabel("Colours").inputValue(), "dark");
  await context.close();
});

test("paper is light and has no choice of colours on it, and without a script there is none", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(server.top);
  await page.getByLabel("Colours").selectOption("dark");
  await page.emulateMedia({ media: "print" });
  assert.equal(await paper(page), "rgb(255, 255, 255)");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
  assert.ok(await page.getByLabel("Colours").isHidden());
  await context.close();
  const still = await browser.newContext({ javaScriptEnabled: false });
  const plain = await still.newPage();
  await plain.goto(server.top);
  assert.equal(await plain.locator("select").count(), 0);
  assert.ok(await plain.locator("[data-colours]").isHidden());
  await still.close();
});
