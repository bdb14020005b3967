import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { textOf } from "./prose.ts";

const readme = textOf("README.md");
const { scripts, license, engines } = JSON.parse(textOf("package.json"));

test("every script has its line", () => {
  const told = [...readme.matchAll(/^\| `npm (?:run )?([a-z:]+)` \|/gm)].map(([, script]) => script);

  expect(told.sort()).toEqual(Object.keys(scripts).sort());
});

test("the example can be pasted, and prints what is shown", () => {
  const [, cases = ""] = /^echo '([^']+)' \| npm run --silent score -- -$/m.exec(readme) ?? [];
  const [, shown = ""] = /^```json\n(.+)\n```$/m.exec(readme) ?? [];

  const { stdout, status } = spawnSync(process.execPath, ["commands/score.ts", "-"], {
    input: cases,
    encoding: "utf8",
  });

  expect(status).toBe(0);
  expect(shown).toContain('"effectiveTotal"');
  expect(stdout.startsWith(shown)).toBe(true);
});

test("the licence and the Node to start with are those of the package", () => {
  expect(license).toBe("Apache-2.0");
  expect(textOf("LICENSE")).toContain("Apache License");
  expect(readme).toContain(`Node ${engines.node.replace(">=", "")} or later`);
});
