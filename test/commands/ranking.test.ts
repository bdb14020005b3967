import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { digestOf, exportOf, listed } from "../support/an-export.ts";
import { chanceOf } from "../support/chance.ts";

const folder = mkdtempSync(join(tmpdir(), "ranking-"));
afterAll(() => rmSync(folder, { recursive: true }));

const listing = listed(chanceOf(8, 1), 60);
const text = exportOf(listing);

const ranking = (args: readonly string[], input = "") => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["commands/ranking.ts", ...args], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

describe("the ranking command", () => {
  test("agrees with an export in a file, and says what it was ranked by", () => {
    const file = join(folder, "listing.jsonl");
    writeFileSync(file, text);

    const { status, stdout, stderr } = ranking(["verify", file, "--digest", digestOf(listing)]);

    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`agrees: 60 entries of ${listing.head.listingId}, revision 1, ranked again\n`);
    expect(stdout).toContain(`digest ${digestOf(listing)}\n`);
    expect(stdout).toContain(`seed   ${listing.head.seed.seed} (${listing.head.seed.source})\n`);
  });

  test("agrees with an auditor's from standard input", () => {
    expect(ranking(["verify", "-"], exportOf(listing, "auditor"))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("agrees: 60 entries"),
    });
  });

  test("says where it differs when one entry is edited", () => {
    const { applicationNumber } = listing.rows[4]?.entry ?? {};
    const lines = text.split("\n");

    const edited = lines.with(5, lines[5]?.replace(/"points":[\d.]+/, '"points":30.5') ?? "").join("\n");
    const { status, stdout } = ranking(["verify", "-"], edited);

    expect(status).toBe(1);
    expect(stdout).toContain(`line 6, position 5 (${applicationNumber}): was edited`);
    expect(stdout).toContain(`states the digest ${digestOf(listing)}`);
  });

  test("says where it differs when one entry is dropped", () => {
    const { status, stdout } = ranking(["verify", "-"], text.split("\n").toSpliced(5, 1).join("\n"));

    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/^differs: in 2 things\n {2}position 5: is missing\n {2}last line: states the digest/),
    ]);
  });

  test("says where it differs when two are reordered", () => {
    const lines = text.split("\n");

    const { status, stdout } = ranking(
      ["verify", "-"],
      lines
        .with(5, lines[6] ?? "")
        .with(6, lines[5] ?? "")
        .join("\n"),
    );

    expect(status).toBe(1);
    expect(stdout).toMatch(/ {2}line 7, position 5 \(A-[\w-]+\): comes after position 6 \(A-[\w-]+\)\n/);
  });

  test("tells the first twenty differences, and how many more there are", () => {
    const { stdout } = ranking(["verify", "-"], text.replaceAll('"check":"', '"check":"0'));

    expect(stdout).toContain("differs: in 60 things\n");
    expect(stdout.trimEnd().split("\n")).toHaveLength(22);
    expect(stdout).toContain("… and 40 more\n");
  });

  test("differs from another digest than the published one", () => {
    const other = "0".repeat(64);

    expect(ranking(["verify", "-", "--digest", other], text)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`what was published has the digest ${other}`),
    });
  });

  test.each([
    ["nothing", [], "what is to be done?"],
    ["another word", ["check"], 'what is "check"?'],
    ["no export", ["verify"], "verify needs an export"],
    ["one too many", ["verify", "a", "b"], 'what is "b"?'],
    ["a digest that is none", ["verify", "-", "--digest", "abc"], "64 hexadecimal digits"],
    ["an unknown option", ["verify", "-", "--all"], "Unknown option '--all'"],
    ["a file that is not there", ["verify", "no-such-export"], "no-such-export cannot be read"],
  ])("%s ends with status 2 and says what to do", (_, args, message) => {
    const { status, stdout, stderr } = ranking(args);

    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  test("prints how it is called", () => {
    expect(ranking(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("npm run ranking -- verify EXPORT"),
    });
  });
});
