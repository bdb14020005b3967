import { beforeAll, expect, test } from "vitest";
import { provincialCases, provincialVariants } from "../support/provincial-cases.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let token: string;

beforeAll(async () => {
  token = await system.token("resident", { residentId: `r-${"0".repeat(26)}` });
});

const estimate = (body: unknown) => system.api("POST", "/v1/estimates", { token, body });

test("all 69 provincial cases, over HTTP", async () => {
  for (const { id, asOf, input, local, expected } of provincialCases()) {
    const { status, body } = await estimate({ asOf, input, ...(local && { local }) });

    expect(status, id).toBe(200);
    expect(body, id).toMatchObject(expected);
    expect(body.hypothetical, id).toBe(local && true);
  }
});

test("every case again under each switched reading, called hypothetical", async () => {
  for (const { id, asOf, input, local, readings, expected } of provincialVariants()) {
    const { body } = await estimate({ asOf, input, readings, ...(local && { local }) });

    expect(body, id).toMatchObject({ ...expected, hypothetical: true });
  }
});

test("today unless a day is given, by the calendar of the province", async () => {
  await system.clock("2024-06-30");

  const { body } = await estimate({ input: { birthDate: "1969-06-30", permit: { status: "valid" } } });

  expect(body).toMatchObject({ asOf: "2024-06-30", age: 6, nextChangeOn: "2024-07-01" });
});
