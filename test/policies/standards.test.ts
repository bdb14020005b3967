import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { files } from "#policies/published.ts";
import { dayOf } from "#shared/domain/calendar.ts";
import { decimal } from "#shared/domain/points.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import { itemise } from "#shared/scoring/itemise.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { prepareCase } from "#shared/scoring/score-case.ts";
import { WorkedCase } from "./worked-case.ts";

const policies = new URL("../../policies/", import.meta.url);
const contentOf = (path: string): unknown => JSON.parse(readFileSync(new URL(path, policies), "utf8"));
const paths = globSync("[1-9]*/*.json", { cwd: policies }).sort();
const standardPaths = paths.filter((path) => !path.endsWith(".cases.json"));

const casesBeside = (path: string): readonly WorkedCase[] =>
  z.array(WorkedCase).parse(contentOf(path.replace(/json$/, "cases.json")));

describe("the folder of standards", () => {
  test("holds standards and their worked cases, each named for its first day", () => {
    expect(standardPaths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^[1-9]\d{5}-[a-z]+(-[a-z]+)*\/\d{4}-\d\d-\d\d(\.cases)?\.json$/);
  });

  test("is published whole, in order of path, with what the files say", () => {
    expect(Object.keys(files)).toEqual(standardPaths);
    for (const path of standardPaths) expect(files[path]).toEqual(contentOf(path));
  });

  test("has no worked cases without their standard", () => {
    const beside = paths.filter((path) => path.endsWith(".cases.json"));

    expect(beside).toEqual(standardPaths.map((path) => path.replace(/json$/, "cases.json")));
  });
});

describe.each(standardPaths)("%s", (path) => {
  const { standard } = readStandard(path, contentOf(path));

  test("is a standard for the area and from the day that its path says", () => {
    expect(path.startsWith(`${standard.area}-`)).toBe(true);
    expect(path.endsWith(`/${standard.effectiveFrom}.json`)).toBe(true);
  });

  test("names each worked case once", () => {
    const names = casesBeside(path).map(({ name }) => name);

    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(casesBeside(path).map((one) => [one.name, one] as const))("%s", (_, worked) => {
    const { day, area = standard.area, facts } = worked;
    const prepared = prepareCase(publishedStandards(), { asOf: day, area, input: facts });
    const result = scoreOn(prepared.standards, prepared.subject, dayOf(day), prepared.recomputedThrough);

    const lines = itemise({ ...prepared, result, provenance: unreported }).filter(({ points }) => points !== 0);

    expect(result.status).toBe(worked.status);
    expect(Object.fromEntries(lines.map(({ code, points }) => [code, points]))).toEqual(worked.lines);
    expect(decimal(result.effectiveTotal)).toBe(worked.total);
  });

  test("adds up: the lines of an effective case sum to its total, and nothing else counts", () => {
    for (const { name, status, lines, total } of casesBeside(path)) {
      const sum = Object.values(lines).reduce((sum, points) => sum + points, 0);

      expect(total, name).toBe(status === "effective" ? sum : 0);
    }
  });
});
