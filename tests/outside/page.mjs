// Opens every HTML report in a headless browser: no script may run, nothing may be fetched, axe-core finds no serious fault.
// `page.mjs --probe` only says whether a browser starts; `page.mjs OUT` also leaves pictures beside the reports.
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({
  args: [...chromium.args, "--no-sandbox"],
  executablePath: await chromium.executablePath(),
  headless: "shell",
});
let faults = 0;
let rules = 0;

function fault(...words) {
  console.log(...words);
  faults += 1;
}

async function look(folder, scheme, media) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 1400 });
  // In one call: each of puppeteer's own two takes back what the other set.
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { media, features: [{ name: "prefers-color-scheme", value: scheme }] });
  const url = pathToFileURL(join(folder, "report.html")).href;
  page.on("dialog", (dialog) => (fault("a script ran:", dialog.message()), dialog.dismiss()));
  page.on("request", (request) => request.url() === url || fault("fetched:", request.url()));
  page.on("console", (message) => fault("console:", message.text()));
  await page.goto(url);
  const shown = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  if (shown !== (scheme === "dark")) fault(`the browser does not show it ${scheme}`);
  const counted = await page.evaluate(() => ({
    scripts: document.querySelectorAll("script, iframe, object, embed, img, link, base, form").length,
    handlers: [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).length,
    dead: [...document.querySelectorAll("a[href^='#']")].filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash),
    far: [...document.querySelectorAll("a:not([href^='#'])")].filter((a) => !/^https?:$/.test(a.protocol)).length,
  }));
  if (counted.scripts || counted.handlers || counted.far || counted.dead.length) fault(JSON.stringify(counted));
  // The tool itself has to get past the page's own policy; it is loaded only after everything else was looked at.
  await client.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  rules += found.passes.length;
  for (const { id, impact, nodes } of found.violations) {
    const words = `axe, ${scheme}, ${media}: ${impact} ${id} ${nodes.length}x ${nodes[0].html.slice(0, 160)}`;
    if (impact === "serious" || impact === "critical") fault(words);
    else console.log(words);
  }
  await page.screenshot({ path: join(folder, `page-${scheme}-${media}.png`), fullPage: media === "screen" });
  await page.close();
}

if (process.argv[2] !== "--probe") {
  for (const name of readdirSync(process.argv[2])) {
    const folder = join(process.argv[2], name);
    copyFileSync(join(folder, "html"), join(folder, "report.html"));
    for (const [scheme, media] of [["light", "screen"], ["dark", "screen"], ["light", "print"]]) await look(folder, scheme, media);
  }
}
await browser.close();
if (faults > 0) process.exit(1);
console.log(`${rules} accessibility rules pass, no script ran`);
