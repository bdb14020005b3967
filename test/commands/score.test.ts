import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { provincialCases, provincialVariants } from "../support/provincial-cases.ts";

const score = (input: unknown, ...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["commands/score.ts", ...args], {
    input: typeof input === "string" ? input : JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, stderr, lines: lines.map((line): Record<string, unknown> => JSON.parse(line)) };
};

describe("the score command", () => {
  test("scores all 69 provincial cases from a file, title and why and expected passed over", () => {
    const cases = provincialCases();

    const { lines, status } = score("", "test/cases/provincial.json");

    expect(status).toBe(0);
    expect(lines).toHaveLength(69);
    for (const [index, { id, expected }] of cases.entries()) expect(lines[index]).toMatchObject({ id, ...expected });
  });

  test("scores every case under each switched reading, from standard input", () => {
    const variants = provincialVariants();

    const { lines, status } = score(variants, "-");

    expect(status).toBe(0);
    expect(variants.length).toBeGreaterThan(10);
    for (const [index, { id, expected }] of variants.entries()) expect(lines[index]).toMatchObject({ id, ...expected });
  });

  test("names what is missing, and prints lines that sum to the total", () => {
    const [missing] = provincialCases().filter(({ flags }) => flags?.includes("data-missing:birthDate"));

    const { lines } = score([missing], "-");

    expect(lines[0]?.missing).toEqual(["birthDate"]);
    const points = ((lines[0]?.lines ?? []) as readonly { points: number }[]).map((line) => line.points);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(lines[0]?.provincialTotal);
  });

  test("a bad case gets an error line with the field, the others are scored, and the exit status is 1", () => {
    const input = { birthDate: "1990-05-05", permit: { status: "valid" } };

    const { lines, status } = score(
      {
        cases: [
          { id: "good", asOf: "2024-06-30", input },
          { id: "no-such-day", asOf: "2024-02-30", input },
          { id: "unknown-key", asOf: "2024-06-30", input: { ...input, shoeSize: 43 } },
          { id: "backwards", asOf: "2024-06-30", input: { pension: [{ ...aRange, from: "2024-05", to: "2024-01" }] } },
          { id: "says-otherwise", asOf: "2024-06-30", input: suspendedButCalledValid },
          { id: "no-such-reading", asOf: "2024-06-30", input, readings: { leftover: "pool29" } },
          { asOf: "2024-06-30", input },
          "no case at all",
          { id: "also-good", asOf: "2024-06-30", input },
        ],
      },
      "-",
    );

    expect(status).toBe(1);
    expect(lines.map(({ id, error }) => [id, (error as { field: string } | undefined)?.field])).toEqual([
      ["good", undefined],
      ["no-such-day", "asOf"],
      ["unknown-key", "input.shoeSize"],
      ["backwards", "input.pension[0].to"],
      ["says-otherwise", "input.permit.events"],
      ["no-such-reading", "readings.leftover"],
      [null, "id"],
      [null, "$"],
      ["also-good", undefined],
    ]);
  });

  test.each([
    ["no argument", [], "", "usage: npm run"],
    ["a file that is not there", ["no-such-file.json"], "", "cannot be read"],
    ["a file that is not JSON", ["-"], "{", "is not JSON"],
    ["a file without cases", ["-"], '{"people":[]}', "neither an array of cases nor"],
  ])("%s ends with status 2 and says what to do", (_, args, input, message) => {
    const { status, stderr, lines } = score(input, ...args);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(lines).toEqual([]);
  });
});

const aRange = { province: "330000", kind: "employee" };
const suspendedButCalledValid = { permit: { status: "valid", events: [{ type: "suspend", on: "2024-05-01" }] } };
