// Chromium as Debian has it, and a page that notes everything that goes wrong on it.
import { chromium } from "playwright-core";

export function launch(more = []) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", ...more] });
}

/** What the browser says of a request that it gave up by itself, since the page was left: chance decides, so that it is no fault. */
const GIVEN_UP = "net::ERR_ABORTED";

/** Opens a page whose `faults` list console errors, broken scripts, failed and foreign requests, and breaches of the page's policy. */
export async function watch(context, isOurs) {
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => { if (request.failure().errorText !== GIVEN_UP) faults.push(`failed: ${request.url()}: ${request.failure().errorText}`); });
  page.on("response", (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
  page.on("request", (request) => { if (!isOurs(request.url())) faults.push(`foreign: ${request.url()}`); });
  return { page, faults };
}
