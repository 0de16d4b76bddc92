// Builds the editor, the charts and the passkeys into wwwroot/js, with the licences of what is in them.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

const out = "../wwwroot/js";
await build({
  entryPoints: ["editor.js", "charts.js", "passkeys.js"], outdir: out, bundle: true, minify: true, format: "esm",
  target: "es2022", legalComments: "none",
});

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const parts = Object.entries(lock.packages).filter(([path, p]) => path && !p.dev && !p.optional);
const licence = path => {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"]) {
    try { return readFileSync(`${path}/${name}`, "utf8").replaceAll("\r", "").trim(); } catch { /* the next name */ }
  }
  return "";
};
writeFileSync(`${out}/LICENSES.txt`, parts
  .map(([path, p]) => `${path.replace("node_modules/", "")} ${p.version} (${p.license})\n\n${licence(path)}\n`)
  .join(`\n${"-".repeat(72)}\n\n`));
