// Reads the sources as CSL JSON and as RIS with citation-js, and sets the two beside each other: `references.mjs OUT`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plugins, Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

plugins.config.get("@csl");
const out = process.argv[2];
let read = 0;
// RIS has a line a field: what breaks lines or acts on terminals is a blank there.
const told = (text) => String(text ?? "").replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
for (const name of readdirSync(out)) {
  const csl = new Cite(JSON.parse(readFileSync(join(out, name, "csl"), "utf8"))).data;
  const text = readFileSync(join(out, name, "ris"), "utf8");
  const ris = text.trim() === "" ? [] : new Cite(text).data;
  if (csl.length !== ris.length) throw new Error(`${name}: ${csl.length} works in CSL JSON, ${ris.length} in RIS`);
  csl.forEach((work, at) => {
    for (const field of ["title", "URL", "abstract"]) {
      if (told(work[field]) !== told(ris[at][field])) throw new Error(`${name}, work ${at + 1}, ${field}: ${work[field]} is not ${ris[at][field]}`);
    }
    if (!told([ris[at].note].flat().join(" ")).includes(told(work.archive_location))) throw new Error(`${name}, work ${at + 1}: its archive is lost`);
    // Of a law it takes the day of access for the day of issue, and of a page it looks for that day in a tag for volumes.
    const accessed = (one) => one.accessed ?? (one.type === "legislation" ? one.issued : undefined);
    const [day, other] = [work, ris[at]].map((one) => JSON.stringify(accessed(one)?.["date-parts"] ?? null));
    if (day !== other && work.type !== "webpage") throw new Error(`${name}, work ${at + 1}: accessed ${day} is not ${other}`);
    read += 1;
  });
  if (csl.length > 0) {
    const list = new Cite(csl).format("bibliography", { format: "text", template: "vancouver", lang: "en-US" });
    if (list.trim().split("\n").length < csl.length) throw new Error(`${name}: the bibliography lacks works`);
  }
}
if (read === 0) throw new Error("nothing was read");
console.log(`${read} works read by citation-js alike from CSL JSON and RIS`);
