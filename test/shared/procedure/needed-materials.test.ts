import { expect, test } from "vitest";
import { files } from "#policies/published.ts";
import { Service } from "#shared/domain/programme.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import {
  materialKinds,
  materialsOfServices,
  missingMaterials,
  neededMaterials,
  requireMaterials,
  requireServiceMaterials,
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

test("every public service says what an application needs, of materials there are", () => {
  expect(materialsOfServices.map(({ service }) => service)).toEqual(Service.options);
  const known = materialKinds.map(({ code }) => code);
  const named = materialsOfServices.flatMap(({ required, optional }) => [...required.flat(), ...optional]);
  expect(named.filter((code) => !known.includes(code))).toEqual([]);
});

test("an application brings what its service needs, and nothing that has to do with another", () => {
  expect(() => requireServiceMaterials("rental-housing", ["no-home-statement", "lease"])).not.toThrow();
  expect(() => requireServiceMaterials("rental-housing", ["lease"])).toThrow(
    expect.objectContaining({ details: { missing: [["no-home-statement"]] } }),
  );
  expect(() => requireServiceMaterials("skills-training", ["lease"])).toThrow(
    expect.objectContaining({ code: "invalid-request" }),
  );
});
