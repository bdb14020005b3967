import { spawnSync } from "node:child_process";
import { expect, expectTypeOf, test } from "vitest";
import type { LogDetails } from "#shared/runtime/log.ts";

/** What a process of its own writes when it runs these statements, a line for each. */
const written = (...statements: readonly string[]): readonly Record<string, unknown>[] => {
  const program = ['const { log } = await import("#shared/runtime/log.ts");', ...statements].join("\n");
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, LOG_LEVEL: "INFO" },
    encoding: "utf8",
  });
  // Lambda, too, keeps both streams as one
  const lines = `${stdout}${stderr}`.trim().split("\n");
  return lines.map((line) => JSON.parse(line));
};

const thrownBy = (expression: string): string => `(() => { try { ${expression} } catch (e) { return e } })()`;

test("a log line is an event with opaque ids", () => {
  const [line] = written('log.info("score-recomputed", { residentId: "r-1", changed: true, registryRevision: 7 });');

  expect(line).toMatchObject({
    level: "INFO",
    message: "score-recomputed",
    residentId: "r-1",
    changed: true,
    registryRevision: 7,
  });
});

test("a fault is told by its kind, its place and its causes, and not for ever", () => {
  const [chain, circle] = written(
    'log.error("score-lost", { fault: new Error("score not saved", { cause: new TypeError("x") }) });',
    'const fault = new Error("a"); fault.cause = fault; log.error("score-lost", { fault });',
  );

  expect(chain?.fault).toEqual([
    { kind: "Error", message: "score not saved", places: [expect.stringMatching(/^at /)] },
    { kind: "TypeError", places: [expect.stringMatching(/^at /)] },
  ]);
  expect(circle?.fault).toHaveLength(5);
});

test("no fault brings a person into the log", () => {
  const faults = [
    thrownBy("JSON.parse('\"330102199001011234 张三')"),
    thrownBy("Buffer.from(330102199001011234n)"),
    "new Error('张三 has 330102199001011234')",
    "new Error('x\\n    at 张三 330102199001011234')",
    "new Error('x', { cause: new Error('330102199001011234') })",
    "Object.assign(new Error('x'), { person: '张三 330102199001011234' })",
    "'张三 330102199001011234'",
    "({ name: '张三', number: '330102199001011234' })",
  ];

  const lines = written(...faults.map((fault) => `log.error("request-failed", { fault: ${fault} });`));

  expect(lines).toHaveLength(faults.length);
  expect(lines.every(({ message, fault }) => message === "request-failed" && fault !== undefined)).toBe(true);
  expect(JSON.stringify(lines)).not.toMatch(/张三|330102/);
});

test("a log line has no place for a name, a fact or points", () => {
  expectTypeOf<keyof LogDetails & ("name" | "identityNumber" | "facts" | "points" | "birthDate")>().toBeNever();
});
