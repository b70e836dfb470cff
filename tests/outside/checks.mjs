// Reads every ClaimReview with the structured data testing tool and with the compiler over schema-dts.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
let read = 0;
let failed = false;

for (const name of readdirSync(out)) {
  const text = readFileSync(join(out, name, "claimreview"), "utf8");
  const found = JSON.parse(text);
  const reviews = found["@graph"] ?? [found];
  const work = join(here, "work", name);
  mkdirSync(work, { recursive: true });

  // The tool does not look into graphs, so it gets each check by itself, in a page, as a publisher would embed it.
  reviews.forEach((review, index) => {
    const alone = JSON.stringify({ "@context": found["@context"], ...review }).replaceAll("<", "\\u003c");
    const page = join(work, `${index}.html`);
    writeFileSync(page, `<html><head><script type="application/ld+json">${alone}</script></head></html>`);
    const tool = join(here, "node_modules/structured-data-testing-tool/bin/cli.js");
    const said = spawnSync("node", [tool, "--file", page, "--presets", "Google"], { encoding: "utf8" }).stdout;
    // Its exit code does not tell; its text does.
    const passed = Number(/Passed:\s+(\d+)/.exec(said)?.[1] ?? 0);
    const wrong = Number(/Failed:\s+(\d+)/.exec(said)?.[1] ?? 0);
    const warned = Number(/Warnings:\s+(\d+)/.exec(said)?.[1] ?? 0);
    if (passed < 7 || wrong > 0 || warned > (review.author && review.datePublished ? 0 : 1)) {
      console.log(said);
      failed = true;
    }
    read += 1;
  });

  // A publisher embeds the export as it is: nothing in it may end the element.
  if (/[<>&]/.test(text)) {
    console.log(`${name}: the JSON-LD holds markup`);
    failed = true;
  }
  const type = found["@graph"] ? "Graph" : "WithContext<ClaimReview>";
  const program = `import type { ClaimReview, Graph, WithContext } from "schema-dts";\n` +
    `export const exported: ${type} = ${text};\n` +
    (found["@graph"] ?? []).map((review, index) => `export const review${index}: ClaimReview = ${JSON.stringify(review)};\n`).join("");
  writeFileSync(join(work, "reviews.ts"), program);
  execFileSync("node", [join(here, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext",
    "--moduleResolution", "bundler", "--target", "es2022", join(work, "reviews.ts")], { stdio: "inherit" });
}

if (failed || read === 0) process.exit(1);
console.log(`${read} checks pass the Google preset and schema-dts`);
