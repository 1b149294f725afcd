// Looking back: the story as known on a day, hints, and dialogues, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory } from "./story.mjs";

const story = buildStory();
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

test("a chosen day filters the story, tells statuses of that day, and stays in the address", async () => {
  const context = await browser.newContext();
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
  await page.goto(`${server.top}as-known/`);
  const call = page.locator(".known-event", { hasText: "promised Xi silence" });
  assert.equal(await call.locator("[data-status]").innerText(), "alleged");
  await page.getByLabel("As known on").fill("2019-08-01");
  assert.match(page.url(), /\?on=2019-08-01$/);
  assert.equal(await call.locator("[data-status]").innerText(), "reported");
  assert.ok(await call.getByText("later alleged").isVisible());
  assert.equal(await page.locator(".known-event:visible", { hasText: "28 Chinese organisations" }).count(), 0, "not known yet");
  await page.reload();
  assert.equal(await call.locator("[data-status]").innerText(), "reported");
  await page.getByRole("button", { name: "All days" }).click();
  assert.ok(!page.url().includes("?on="));
  assert.deepEqual(faults, []);
  await context.close();
});

test("without JavaScript, the days on which the picture changed have pages of their own", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.top}as-known/`);
  await page.getByRole("link", { name: "10 July 2019" }).click();
  assert.match(await page.locator(".known-banner").innerText(), /known on 10 July 2019/);
  assert.equal(await page.locator(".known-month .known-event", { hasText: "promised Xi silence" }).locator("[data-status]").innerText(), "reported");
  assert.equal(await page.getByText("28 Chinese organisations").count(), 0);
  await context.close();
});

test("a mention is described by the glossary, and its hint comes with the focus and goes with Esc", async () => {
  const context = await browser.newContext();
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
  await page.goto(`${server.top}events/trump-xi-call/`);
  const mention = page.locator("a.mention[aria-describedby]").first();
  const summary = await page.locator(`[id="${await mention.getAttribute("aria-describedby")}"]`).innerText();
  await mention.focus();
  assert.equal(await page.locator(".hint").innerText(), summary);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator(".hint").isVisible()));
  assert.deepEqual(faults, []);
  await context.close();
});

test("on a phone the first tap on a mention shows its hint, the second follows it, and a tap beside it puts the hint away", async () => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
  await page.goto(`${server.top}events/trump-xi-call/`);
  const address = page.url();
  const mention = page.locator("a.mention[aria-describedby]").first();
  const summary = await page.locator(`[id="${await mention.getAttribute("aria-describedby")}"]`).innerText();
  await mention.tap();
  await page.locator(".hint").waitFor({ state: "visible" });
  assert.ok((await page.locator(".hint").innerText()).startsWith(summary));
  assert.equal(page.url(), address);
  await page.locator("h1").tap();
  await page.locator(".hint").waitFor({ state: "hidden" });
  await mention.tap();
  await page.locator(".hint").waitFor({ state: "visible" });
  await mention.tap();
  await page.waitForURL((url) => url.href !== address);
  assert.deepEqual(faults, []);
  await context.close();
});
