import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const holidays = fileURLToPath(new URL("../../policies/holidays/", import.meta.url));

/** `policies/holidays.ts`: the notices of the folder as imports, so that a bundle carries them. */
export const publishedHolidays = (): string => {
  const files = globSync("????.json", { cwd: holidays }).sort();
  const nameOf = (file: string) => `year${file.slice(0, 4)}`;
  const imports = files.map((file) => `import ${nameOf(file)} from "./holidays/${file}" with { type: "json" };\n`);
  return `// written by npm run generate: the holidays of every year that has been announced
${imports.join("")}
export const holidays: readonly unknown[] = [${files.map(nameOf).join(", ")}];
`;
};
