// Pictures of every kind of page, on a phone and on a wide screen, by day and by night: `npm run screenshots -- FOLDER`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("name the folder for the pictures: npm run screenshots -- FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const screens = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } };
const story = buildStory();
const server = await serve(story.site);
const browser = await launch();
let count = 0;
for (const [screen, viewport] of Object.entries(screens)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    for (const [kind, path] of Object.entries(pageKinds(story.site))) {
      await page.goto(server.top + path);
      await page.screenshot({ path: join(folder, `${kind}-${screen}-${colorScheme}.png`) });
      count += 1;
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
story.remove();
console.log(`${count} pictures in ${folder}`);
