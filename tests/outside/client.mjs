// Has the Hypothesis client's own import take every export in, and gives back what it then holds: `client.mjs OUT`.
//
// The client is published as a bundle with its sources in the map beside it; its reader and its import are built from these.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const root = dirname(createRequire(import.meta.url).resolve("hypothesis/package.json"));
const map = JSON.parse(readFileSync(join(root, "build/scripts/sidebar.bundle.js.map"), "utf8"));
const sources = new Map(map.sources.map((name, at) => [name.replace(/^app:\/\//, ""), map.sourcesContent[at]]));

const fromMap = {
  name: "from-map",
  setup(steps) {
    steps.onResolve({ filter: /.*/ }, ({ path, importer }) => {
      const whole = path.startsWith(".") ? posix.join(posix.dirname(importer), path) : path;
      const found = [whole, `${whole}.ts`, `${whole}.tsx`, `${whole}/index.ts`].find((name) => sources.has(name));
      // What reports errors to its makers has no part in an import.
      return found && !found.endsWith("/sentry.ts") ? { path: found, namespace: "map" } : { path: whole, namespace: "none" };
    });
    steps.onLoad({ filter: /.*/, namespace: "map" }, ({ path }) => ({ contents: sources.get(path), loader: "ts" }));
    steps.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export const captureException = (error) => { throw error; };" }));
  },
};

async function client() {
  const entry = `export * from "/src/sidebar/helpers/import"; export * from "/src/sidebar/services/import-annotations";
    export { quote } from "/src/sidebar/helpers/annotation-metadata";`;
  const file = join(here, "client.bundle.mjs");
  await build({ stdin: { contents: entry, resolveDir: "/" }, bundle: true, format: "esm", outfile: file, plugins: [fromMap], logLevel: "error" });
  return import(pathToFileURL(file).href);
}

// What the client takes from its browser.
globalThis.FileReader = class {
  addEventListener(_, heard) {
    this.heard = heard;
  }
  readAsText(file) {
    file.text().then((result) => this.heard({ target: { result } }));
  }
};

const { readExportFile, ImportAnnotationsService, quote } = await client();
let taken = 0;
for (const name of readdirSync(out)) {
  const text = readFileSync(join(out, name, "hypothesis"), "utf8");
  const rows = await readExportFile(new File([text], "export.json"));
  const held = [];
  const store = {
    beginImport: () => {},
    completeImport: () => {},
    profile: () => ({ userid: "acct:bo@hypothes.is" }),
    focusedGroupId: () => "desk",
    allAnnotations: () => held,
    defaultContentFrame: () => ({ uri: "https://desk.example/draft", metadata: { title: "Draft" } }),
  };
  const annotations = {
    annotationFromData: (data) => ({ user: "acct:bo@hypothes.is", user_info: { display_name: "Bo" }, group: "desk", references: [], ...data }),
    save: async (data) => ({ ...data, id: `new-${held.length + Math.random()}`, created: "2026-11-28T11:00:00Z", updated: "2026-11-28T11:00:00Z" }),
  };
  const toasts = { success: () => {}, notice: (said) => { throw new Error(said); }, error: (said) => { throw new Error(said); } };
  const service = new ImportAnnotationsService(store, annotations, toasts);
  const results = await service.import(rows);
  for (const [at, result] of results.entries()) {
    if (result.type !== "import") throw new Error(`${name}, annotation ${at + 1}: ${result.type}`);
    if (quote(result.annotation) !== rows[at].target[0].selector[1].exact) throw new Error(`${name}: its words are lost`);
    if (!result.annotation.permissions.read[0].startsWith("group:")) throw new Error(`${name}: nobody may read it`);
    held.push(result.annotation);
  }
  taken += results.length;
  writeFileSync(join(out, name, "client.json"), JSON.stringify({ annotations: held }));
}
if (taken === 0) throw new Error("nothing was read");
console.log(`${taken} annotations taken in by the Hypothesis client`);
