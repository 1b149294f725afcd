// The strip drawn wider: by buttons, by keys, in a frame of its own.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory } from "./story.mjs";
import { buildIn } from "./two-scripts.mjs";

const story = buildStory();
const arabic = buildIn("ar");
let server, right, browser, context, page, faults;

before(async () => { server = await serve(story.site); right = await serve(arabic.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); await right.stop(); story.remove(); arabic.remove(); });
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  ({ page, faults } = await watch(context, (url) => [server, right].some(({ top }) => url.startsWith(top))));
});
afterEach(async () => {
  assert.deepEqual(faults, []);
  await context.close();
});

const width = () => page.locator(".strip svg").evaluate((svg) => svg.getBoundingClientRect().width);

for (const script of ["left to right", "right to left"]) {
  test(`written from ${script}, the strip is drawn wider about its middle, and whole again, and the page never moves sideways`, async () => {
    await page.goto((script === "left to right" ? server : right).top);
    const whole = await width();
    await page.getByRole("button", { name: script === "left to right" ? "Zoom in" : "تكبير" }).click();
    assert.ok(Math.abs(await width() - 2 * whole) < 40, `${await width()} of ${whole}`);
    await page.keyboard.press("+");
    assert.ok(await width() > 3.8 * whole);
    const middle = await page.locator(".strip-frame").evaluate((frame) => (Math.abs(frame.scrollLeft) + frame.clientWidth / 2) / frame.scrollWidth);
    assert.ok(Math.abs(middle - 0.5) < 0.02, `${middle}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await page.locator(".strip-frame").focus();
    await page.keyboard.press("-");
    assert.ok(Math.abs(await width() - 2 * whole) < 40);
    await page.keyboard.press("0");
    assert.equal(await width(), whole);
    for (let times = 0; times < 8; times += 1) await page.keyboard.press("-");
    assert.equal(await width(), whole, "never smaller than whole");
  });
}

test("the marks of a strip that is drawn wider stand further apart and lead to their events", async () => {
  await page.goto(server.top);
  const marks = () => page.locator(".strip a:has(rect:not(.era))").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().x));
  const before = await marks();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const after = await marks();
  assert.ok(after.at(-1) - after[0] > 1.9 * (before.at(-1) - before[0]));
  await page.locator(".strip a:has(rect:not(.era))").nth(20).click();
  await page.waitForURL(/events\//);
});

test("on paper and without a script the strip is whole and has no buttons", async () => {
  await page.goto(server.top);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".strip-zoom").isHidden());
  const [drawn, around] = await page.evaluate(() => [".strip svg", ".strip"].map((part) => document.querySelector(part).getBoundingClientRect().width));
  assert.ok(drawn <= around + 1, `${drawn} in ${around}`);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(server.top);
  assert.equal(await bare.locator(".strip button, .strip-frame").count(), 0);
  await plain.close();
});
