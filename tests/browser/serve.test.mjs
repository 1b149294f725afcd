// The preview in a browser: a save reaches the open page and keeps its place, mistakes come and go, the desk can be read by everyone.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { repository } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = mkdtempSync(join(tmpdir(), "dateline-preview-"));
const file = join(root, "content/events/2024-03-11-bridge-closed.md");
const long = Array.from({ length: 150 }, (_, at) => `Paragraph ${at} of a long report.`).join("\n\n");
const write = (title, links = "[]") => writeFileSync(file, `---\ntitle: ${title}\ndate: 2024-03-11\nlinks: ${links}\n---\n\n${long}\n`);
let preview, top, browser;

before(async () => {
  mkdirSync(join(root, "content/events"), { recursive: true });
  writeFileSync(join(root, "dateline.yaml"), "title: Bridge\n");
  write("Bridge closed");
  preview = spawn(process.env.DATELINE ?? join(repository, "target/debug/dateline"), ["serve", "--port", "0", "--root", root]);
  top = await new Promise((found) => {
    let said = "";
    preview.stderr.on("data", (part) => { said += part; const at = said.match(/http:\/\/localhost:\d+\//); if (at) found(at[0]); });
  });
  browser = await launch();
});
after(async () => { await browser.close(); preview.kill(); rmSync(root, { recursive: true, force: true }); });

const open = async (path, options = {}) => {
  const context = await browser.newContext(options);
  const { page, faults } = await watch(context, (url) => url.startsWith(top));
  await page.goto(top + path);
  return { page, faults, context };
};

/** Waits until the preview has taken in a save without mistakes, so that the pages of the next test do not load again for it. */
async function settled() {
  for (;;) {
    const news = await (await fetch(`${top}_dateline/news?after=0&page=/`)).json();
    if (news.errors.length === 0) return;
    await new Promise((rested) => setTimeout(rested, 50));
  }
}

test("a save reaches the open page, which keeps its place", async () => {
  const { page, faults, context } = await open("events/bridge-closed/");
  await page.evaluate(() => scrollTo(0, 1500));
  write("Bridge closed for good");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent.includes("for good"));
  await page.waitForFunction(() => scrollY > 1400);
  assert.deepEqual(faults, []);
  await context.close();
});

test("mistakes come over the page as text and go by themselves", async () => {
  const { page, faults, context } = await open("events/bridge-closed/");
  write("Bridge closed", "\n  - follows: <img src=x>");
  const panel = page.locator(".dateline-preview.is-wrong");
  await panel.waitFor();
  const told = await panel.innerText();
  assert.match(told, /content\/events\/2024-03-11-bridge-closed\.md:5:\d+/);
  assert.match(told, /<img src=x>/);
  assert.equal(await panel.locator("img").count(), 0);
  assert.match(await page.locator("h1").innerText(), /Bridge closed/);
  write("Bridge open again");
  await panel.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector("h1")?.textContent.includes("open again"));
  assert.deepEqual(faults, []);
  await context.close();
});

test("a warning waits quietly on the page that it concerns", async () => {
  const { page, context } = await open("events/bridge-closed/");
  const panel = page.locator("details.dateline-preview");
  await panel.waitFor();
  assert.match(await panel.innerText(), /1 warning/);
  // Waited for from the start: once the page stands, the first news may be there already, and the next comes when it likes.
  const news = page.waitForResponse((answer) => answer.url().includes("_dateline/news") && answer.url().includes("page=/corrections/"));
  await page.goto(`${top}corrections/`);
  await (await news).finished();
  assert.equal(await page.locator(".dateline-preview").count(), 0);
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the desk and the mistakes over a page can be read by everyone in ${colorScheme} colours`, async () => {
    write("Bridge closed", "\n  - follows: nothing");
    for (const path of ["_dateline/", "events/bridge-closed/"]) {
      const { page, context } = await open(path, { colorScheme });
      await page.locator(".dateline-preview.is-wrong").waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`), []);
      if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${colorScheme}-${path.replaceAll("/", "_")}.png`) });
      await context.close();
    }
    write("Bridge closed");
    await settled();
  });
}
