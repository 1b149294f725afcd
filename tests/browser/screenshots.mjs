// Pictures of every kind of page, on a phone and on a wide screen, by day and by night: `npm run screenshots`, which puts them into docs/pages.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds, repository } from "./story.mjs";

const folder = process.argv[2] ?? join(repository, "docs", "pages");
// A wide page is kept at three quarters of its size: what matters is how it is set, and a repository should stay small.
const screens = { phone: { viewport: { width: 390, height: 844 } }, wide: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 0.75 } };
const QUALITY = 30;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const story = buildStory();
const kinds = pageKinds(story.site);
const server = await serve(story.site);
const browser = await launch();
const rows = Object.keys(kinds).map((kind) => [kind]);
for (const [screen, settings] of Object.entries(screens)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ ...settings, colorScheme });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    for (const row of rows) {
      await page.goto(server.top + kinds[row[0]]);
      const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
      const name = `${row[0]}-${screen}-${colorScheme}.webp`;
      writeFileSync(join(folder, name), Buffer.from(data, "base64"));
      row.push(`[${screen}, ${colorScheme}](${name})`);
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
story.remove();
const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
writeFileSync(join(folder, "README.md"), `# What each kind of page looks like\n\nMade by \`npm run screenshots\` from the story of this repository.\n
| Page | Phone by day | Phone by night | Wide by day | Wide by night |\n|---|---|---|---|---|\n${table}\n`);
console.log(`${rows.length * 4} pictures in ${folder}`);
