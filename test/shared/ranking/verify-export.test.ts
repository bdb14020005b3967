import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exactPoints } from "#shared/domain/points.ts";
import { exportLine } from "#shared/ranking/listing-export.ts";
import { verifyExport } from "#shared/ranking/verify-export.ts";
import { digestOf, exportOf, type Listed, listed } from "../../support/an-export.ts";
import { chanceOf } from "../../support/chance.ts";

const listing = listed(chanceOf(5, 1), 120);
const [ninth, tenth] = [8, 9].map((at) => listing.rows[at]?.entry.applicationNumber);
const kindsOf = (text: string, published?: string) => verifyExport(text, published).differences.map(({ kind }) => kind);
const linesOf = (text: string): string[] => text.trimEnd().split("\n");
const textOf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** The lines of the export of the listing, changed by somebody who leaves everything else as it was. */
const altered = (change: (lines: string[]) => void, audience?: "auditor"): string => {
  const lines = linesOf(exportOf(listing, audience));
  change(lines);
  return textOf(lines);
};

/** The listing as a forger publishes it: with new checks and a new digest. */
const forged = (change: (rows: Listed["rows"]) => Listed["rows"]): Listed => ({
  ...listing,
  rows: change(listing.rows),
});

const withEntry = (at: number, differing: object) => (rows: Listed["rows"]) =>
  rows.map((row, index) => (index === at ? { ...row, entry: { ...row.entry, ...differing } } : row));

describe("an export", () => {
  test.each(["public", "auditor"] as const)("for the %s agrees, with the digest that was published", (audience) => {
    const { differences, read } = verifyExport(exportOf(listing, audience), digestOf(listing));

    expect(differences).toEqual([]);
    expect(read).toMatchObject({ entries: 120, digest: digestOf(listing) });
  });

  test.each([1, 2, 3, 4, 5])("agrees whoever applied (%i)", (number) => {
    const other = listed(chanceOf(77, number), 80);

    expect(kindsOf(exportOf(other))).toEqual([]);
    expect(kindsOf(exportOf(other, "auditor"))).toEqual([]);
  });

  test("has ties, lots, people below the threshold and left out: so that the agreement says something", () => {
    const { counts } = listing.head;

    expect(Math.max(...listing.rows.map(({ entry }) => entry.ties.length))).toBe(3);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });

  test("says the digest that any program makes of its lines but for the last", () => {
    const lines = linesOf(exportOf(listing));

    expect(
      createHash("sha256")
        .update(textOf(lines.slice(0, -1)))
        .digest("hex"),
    ).toBe(digestOf(listing));
  });

  test("for the public holds nothing of what is behind an entry", () => {
    const text = exportOf(listing);

    for (const { secret } of listing.rows) {
      for (const hidden of [secret.residentId, secret.salt, secret.nameSeal]) expect(text).not.toContain(hidden);
    }
    expect(text).not.toMatch(/张小三|欧阳锋|买买提/);
    expect(text).not.toContain("2020-05-01");
  });
});

describe("where an entry was altered, it is told which:", () => {
  test("edited so that it would stand elsewhere", () => {
    const { differences } = verifyExport(
      altered((lines) => (lines[10] = lines[10]?.replace(/"points":[\d.]+/, '"points":16') ?? "")),
    );

    expect(differences).toEqual([
      { kind: "edited", line: 11, entry: expect.objectContaining({ position: 10, applicationNumber: tenth }) },
      expect.objectContaining({ kind: "stands-too-early", entry: expect.objectContaining({ position: 10 }) }),
      expect.objectContaining({ kind: "comes-to", field: "result", entry: expect.objectContaining({ position: 10 }) }),
      ...differences.slice(3),
    ]);
    expect(differences.at(-1)).toMatchObject({ kind: "digest", of: "export" });
  });

  test.each([
    ["a name", /"maskedName":"[^"]*"/, '"maskedName":"李*"'],
    ["a commitment", /"commitment":"./, '"commitment":"~'],
    ["a result", /"result":"placed"/, '"result":"no-place"'],
    ["a place", /"place":\d+/, '"place":1'],
    ["a wish", /"wishes":\["(east|west)"/, '"wishes":["west","west"'],
    ["the order of its names", /^\{(.*),("position":\d+),/, "{$2,$1,"],
  ])("%s", (_, stated, other) => {
    const text = altered((lines) => {
      lines[10] = lines[10]?.replace(stated, other) ?? "";
    });
    const [first] = verifyExport(text).differences;

    expect(text).not.toBe(exportOf(listing));
    expect(first).toMatchObject({ line: 11 });
  });

  test("dropped, one or some in a row", () => {
    expect(verifyExport(altered((lines) => lines.splice(10, 1))).differences).toEqual([
      { kind: "missing", from: 10, through: 10 },
      expect.objectContaining({ kind: "digest" }),
    ]);
    expect(verifyExport(altered((lines) => lines.splice(118, 3))).differences[0]).toEqual({
      kind: "missing",
      from: 118,
      through: 120,
    });
  });

  test("put in another's place", () => {
    const { differences } = verifyExport(altered((lines) => lines.splice(9, 2, lines[10] ?? "", lines[9] ?? "")));

    expect(differences).toEqual([
      {
        kind: "out-of-order",
        line: 11,
        entry: expect.objectContaining({ applicationNumber: ninth }),
        after: expect.objectContaining({ applicationNumber: tenth }),
      },
      expect.objectContaining({ kind: "digest" }),
    ]);
  });

  test("put in twice", () => {
    expect(kindsOf(altered((lines) => lines.splice(10, 0, lines[9] ?? "")))).toEqual(["twice", "digest"]);
  });

  test("made unreadable", () => {
    expect(verifyExport(altered((lines) => (lines[10] = "{"))).differences).toMatchObject([
      { kind: "unreadable", line: 11 },
    ]);
    expect(verifyExport("").differences).toMatchObject([
      { kind: "unreadable", line: 1 },
      { kind: "unreadable", line: 1 },
    ]);
    expect(verifyExport(altered((lines) => lines.splice(60))).differences).toMatchObject([
      { line: 60, why: expect.stringContaining("is a part of the export missing?") },
    ]);
    const stray = altered((lines) => (lines[10] = lines[10]?.replace(/"wishes":\["/, '"wishes":["north","') ?? ""));
    expect(verifyExport(stray).differences).toMatchObject([{ line: 11, why: "wishes: the terms offer no north" }]);
  });

  test("under rules that were altered", () => {
    const text = altered((lines) => (lines[0] = lines[0]?.replace('"threshold":17', '"threshold":19') ?? ""));
    const fields = verifyExport(text).differences.map((one) => (one.kind === "comes-to" ? one.field : one.kind));

    expect(fields).toContain("result");
    expect(fields.at(-1)).toBe("digest");
  });
});

describe("a forger who makes checks and digest anew", () => {
  test("cannot raise somebody, for the ranking comes to something else", () => {
    const raised = forged(withEntry(70, { result: "placed", offer: "east" }));

    expect(verifyExport(exportOf(raised)).differences).toContainEqual(
      expect.objectContaining({ kind: "comes-to", entry: expect.objectContaining({ position: 71 }), field: "offer" }),
    );
  });

  test("cannot choose who wins the lot, for it is drawn again", () => {
    const at = listing.rows.findIndex(({ entry }) => entry.ties.length === 3);
    const swapped = forged((rows) => {
      const [one, other] = [rows[at], rows[at + 1]];
      if (!one || !other) return rows;
      const changed = (to: typeof one, from: typeof one) => ({
        ...to,
        entry: { ...to.entry, position: from.entry.position, place: from.entry.place, ties: from.entry.ties },
      });
      return rows.with(at, changed(other, one)).with(at + 1, changed(one, other));
    });

    expect(kindsOf(exportOf(swapped))).toContain("stands-too-early");
  });

  test("cannot drop the last one, for the counts tell", () => {
    const without = forged((rows) => rows.slice(0, -1));

    expect(kindsOf(exportOf(without))).toEqual(["missing"]);
    const { counts } = listing.head;
    const counted = {
      ...without,
      head: { ...without.head, counts: { ...counts, "left-out": counts["left-out"] - 1 } },
    };
    expect(kindsOf(exportOf(counted))).toEqual([]);
    expect(kindsOf(exportOf(counted), digestOf(listing))).toEqual(["digest"]);
  });

  test("is found by the published digest, whatever was changed", () => {
    const renamed = forged(withEntry(3, { maskedName: "李*" }));

    expect(kindsOf(exportOf(renamed))).toEqual([]);
    expect(verifyExport(exportOf(renamed), digestOf(listing)).differences).toEqual([
      { kind: "digest", of: "published", stated: digestOf(listing), recomputed: digestOf(renamed) },
    ]);
  });

  test("is found by the auditor, whom commitments tell another person and other values", () => {
    const lines = linesOf(exportOf(listing, "auditor"));
    const { entry, secret } = listing.rows[4] ?? {};
    if (!entry || !secret) throw new Error("there is a fifth");
    const { applicationNumber: _, ...own } = secret;
    const text = textOf(
      lines.with(5, exportLine(entry, { ...own, values: [-9999, ...own.values.slice(1)] }).trimEnd()),
    );

    expect(verifyExport(text).differences).toContainEqual(
      expect.objectContaining({ kind: "commitment", line: 6, entry: expect.objectContaining({ position: 5 }) }),
    );
  });
});

test("points are written as people write them, and nothing where there are none", () => {
  const entry = listing.rows[0]?.entry;
  if (!entry) throw new Error("there is a first");

  expect(exportLine({ ...entry, points: exactPoints(27.25) })).toContain('"points":27.25,');
  expect(exportLine({ ...entry, points: null })).toContain('"points":null,');
});
