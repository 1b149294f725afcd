// Validity: the checker of the W3C's HTML validator finds no error on any page of the story, nor on the small sites of other scripts.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { buildStory, program, repository } from "./story.mjs";

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const folder = mkdtempSync(join(tmpdir(), "dateline-validity-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the checker says against the pages of a site, a line a finding. */
function findings(site) {
  const run = spawnSync("java", ["-Xss8m", "-jar", checker, "--errors-only", "--skip-non-html", "--format", "json", "--stdout", site], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw new Error(`the checker needs Java: ${run.error.message}`);
  return JSON.parse(run.stdout).messages.map(({ url, lastLine, message }) => `${url.split("/site/").pop()}:${lastLine}: ${message}`);
}

test("every page of the story is valid HTML", () => {
  const story = buildStory();
  assert.deepEqual(findings(story.site), []);
  story.remove();
});

for (const name of ["right-to-left", "markdown", "dates", "implicit-names", "event", "recordings"]) {
  test(`every page of the small site ${name} is valid HTML`, () => {
    const project = join(folder, name);
    cpSync(join(repository, "tests", "sites", name), project, { recursive: true });
    execFileSync(program, ["build", "--quiet", "--root", project], { stdio: "inherit" });
    assert.deepEqual(findings(join(project, "site")), []);
  });
}
