// A story of 2,000 events on a slow telephone: its largest pages open, scroll, narrow down and can be read by everyone.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { buildMadeUp } from "./made-up.mjs";
import { serve } from "./server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const made = buildMadeUp(2000);
let server, browser;

before(async () => { server = await serve(made.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); made.remove(); });

/** The largest page of a list. */
function largestPage() {
  const pages = readdirSync(made.site, { recursive: true, withFileTypes: true }).filter((entry) => entry.name.endsWith(".html")).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const largest = pages.reduce((best, page) => (statSync(page).size > statSync(best).size ? page : best));
  return relative(made.site, largest);
}

for (const path of ["index.html", "events/index.html", "storylines/the-dam/index.html", largestPage()]) {
  test(`${path} of 2,000 events works on a slow telephone`, async (t) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(server.top + path, { waitUntil: "load" });
    const { ready, size, nodes } = await page.evaluate(() => ({
      ready: Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd),
      size: performance.getEntriesByType("navigation")[0].decodedBodySize,
      nodes: document.querySelectorAll("*").length,
    }));
    const scrolled = await page.evaluate(() => new Promise((done) => {
      const began = performance.now();
      scrollTo(0, document.body.scrollHeight);
      requestAnimationFrame(() => requestAnimationFrame(() => done(Math.round(performance.now() - began))));
    }));
    t.diagnostic(`${path}: ${(size / 1000).toFixed(0)} kB, ${nodes} elements, ready after ${ready} ms, scrolled to its end in ${scrolled} ms at a quarter of the speed`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
    assert.ok(size <= 400_000, `${size} bytes of HTML`);
    assert.deepEqual(faults, []);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id }) => id), []);
    await context.close();
  });
}
