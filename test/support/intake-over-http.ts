import { identityNumber } from "./people.ts";
import type { TestSystem } from "./test-system.ts";

export const county = "339901";

let people = 0;

/** Takes people in over HTTP, as the departments' feeds do. */
export const intakeOverHttp = async (system: TestSystem) => {
  const feed = (department: string, ...areas: readonly string[]) =>
    system.token("feed", { department, areas: areas.length > 0 ? areas : ["339900"] });
  const tokens = {
    "public-security": await feed("public-security"),
    education: await feed("education"),
    hrss: await feed("hrss"),
  };
  const police = tokens["public-security"];
  let records = 0;

  const intake = {
    tokens,
    /** A new person, born on the day. */
    register: async (birthDate = "1990-05-17", area = county): Promise<string> => {
      people += 1;
      const person = { identityNumber: identityNumber(birthDate, people % 1000), name: "何山雨" };
      const { body } = await system.api("POST", "/v1/residents", { token: police, body: { ...person, area } });
      return body.residentId;
    },
    report: (residentId: string, department: keyof typeof tokens, facts: unknown, more: object = {}) => {
      records += 1;
      return system.api("PUT", `/v1/residents/${residentId}/facts/${department}`, {
        token: tokens[department],
        body: { recordId: `${department}-${records}`, sourceVersion: records, facts, ...more },
      });
    },
    permit: (residentId: string, event: object, token = police) =>
      system.api("POST", `/v1/residents/${residentId}/permit-events`, {
        token,
        body: { permitId: "permit-1", ...event },
      }),
  };

  return {
    ...intake,
    /** A worker whose permit was issued in the area in 2019; of whom the departments have reported what they know. */
    permitHolder: async (area = county): Promise<string> => {
      const residentId = await intake.register("1990-05-17", area);
      for (const department of ["public-security", "education", "hrss"] as const) {
        const { body } = await intake.report(residentId, department, workersFacts[department]);
        if (body.outcome !== "applied") throw new Error(`the facts of ${department} were not applied`);
      }
      await intake.permit(residentId, { type: "issue", eventId: "issue", effectiveOn: "2019-08-20", area });
      return residentId;
    },
  };
};

/** What the departments know of a worker: 20 for age, 8, 5, 20 for forty months, and for residence since 2019. */
export const workersFacts = {
  "public-security": {
    birthDate: "1990-05-17",
    residence: [{ from: "2019-02-20", to: null, province: "330000", city: "339900" }],
  },
  education: { education: [{ level: "college", obtainedOn: "2012-07-01", verified: true }] },
  hrss: {
    skills: [{ kind: "skill-level", level: 4, issuedOn: "2015-01-01" }],
    pension: [{ from: "2020-01", to: "2023-04", province: "330000", kind: "employee" }],
  },
} as const;
