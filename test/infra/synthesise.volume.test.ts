import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { synthesise } from "#infra/synthesise.ts";

let outdir = "";

beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), "assemblies-"));
});

afterAll(() => rmSync(outdir, { recursive: true }));

test("whoever asks for the same sources gets the same assembly, whole, even at once", async () => {
  const [one, other] = await Promise.all([
    synthesise({ environment: "demo", outdir }),
    synthesise({ environment: "demo", outdir }),
  ]);

  expect(other).toBe(one);
  expect(readdirSync(one)).toEqual(
    expect.arrayContaining([
      "manifest.json",
      ...["Data", "Service", "Procedure", "Front"].map((stack) => `${stack}.template.json`),
    ]),
  );
});

test("the assembly of unchanged sources isn't made again", async () => {
  const first = await synthesise({ environment: "demo", outdir });
  const madeAt = statSync(join(first, "manifest.json")).mtimeMs;

  const second = await synthesise({ environment: "demo", outdir });

  expect(second).toBe(first);
  expect(statSync(join(second, "manifest.json")).mtimeMs).toBe(madeAt);
});
