import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const policies = fileURLToPath(new URL("../../policies/", import.meta.url));

/** `policies/published.ts`: the standards of the folder as imports, so that a bundle carries them. */
export const publishedStandards = (): string => {
  const paths = globSync("[0-9]*/????-??-??.json", { cwd: policies })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const imports = paths.map((path) => `import ${nameOf(path)} from "./${path}" with { type: "json" };\n`);
  const entries = paths.map((path) => `  "${path}": ${nameOf(path)},\n`);
  return `// written by npm run generate: every standard of this folder, in order of its path
${imports.join("")}
export const files: Readonly<Record<string, unknown>> = {
${entries.join("")}};
`;
};

/** `330000-zhejiang/2023-07-26.json` → `zhejiang20230726` */
const nameOf = (path: string): string => {
  const [folder = "", file = ""] = path.split("/");
  const [code, ...place] = folder.split("-");
  const name = place.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join("");
  return `${name || `area${code}`}${file.replaceAll(/\D/g, "")}`;
};
