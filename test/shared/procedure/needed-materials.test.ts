import { expect, test } from "vitest";
import { files } from "#policies/published.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import {
  materialKinds,
  missingMaterials,
  neededMaterials,
  requireMaterials,
} from "#shared/procedure/needed-materials.ts";

const indicators = Object.entries(files).flatMap(([path, content]) =>
  readStandard(path, content).standard.indicators.map(({ code }) => code),
);

test.each([...new Set(indicators)])(
  "what proves the indicator %s is told, in materials that have names",
  (indicator) => {
    const { required, optional } = neededMaterials(indicator);

    expect(required).not.toEqual([]);
    const named = materialKinds.map(({ code }) => code);
    for (const code of [...required.flat(), ...optional]) expect(named).toContain(code);
  },
);

test("one of each list is enough", () => {
  expect(missingMaterials("age", [])).toEqual([["identity-card", "household-register"]]);
  expect(missingMaterials("age", ["household-register"])).toEqual([]);
  expect(missingMaterials("social-insurance", ["employment-contract"])).toEqual([["payment-statement"]]);
});

test("what is missing, and what proves nothing, is refused by name", () => {
  expect(() => requireMaterials("education", ["diploma", "other"])).not.toThrow();
  expect(() => requireMaterials("education", ["other"])).toThrow(
    expect.objectContaining({
      code: "materials-missing",
      details: { missing: [["diploma", "diploma-verification"]] },
    }),
  );
  expect(() => requireMaterials("education", ["diploma", "lease"])).toThrow(
    expect.objectContaining({
      code: "invalid-request",
      details: {
        errors: [{ field: "materials[1].code", detail: "must be one of diploma, diploma-verification, other" }],
      },
    }),
  );
});

test("an indicator about which nothing is said needs nothing and takes anything", () => {
  expect(() => requireMaterials("volunteering", [])).not.toThrow();
  expect(() => requireMaterials("volunteering", ["lease", "other"])).not.toThrow();
});
