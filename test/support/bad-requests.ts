import { county, workersFacts } from "./intake-over-http.ts";
import { identityNumber } from "./people.ts";

/** Who sends it. */
export type Sender = "police" | "hrss" | "window";

/** A request that must be refused, and how. `{id}` stands for a resident who is there. */
interface BadRequest {
  readonly by: Sender;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** The problem's type. */
  readonly code: string;
  /** Every offending field. */
  readonly fields?: readonly string[];
}

const invalid = { status: 400, code: "invalid-request" } as const;
const register = { by: "police", method: "POST", path: "/v1/residents" } as const;
const estimate = { by: "window", method: "POST", path: "/v1/estimates" } as const;
const hrssFacts = { by: "hrss", method: "PUT", path: "/v1/residents/{id}/facts/hrss" } as const;
const policeFacts = { by: "police", method: "PUT", path: "/v1/residents/{id}/facts/public-security" } as const;
const permitEvent = { by: "police", method: "POST", path: "/v1/residents/{id}/permit-events" } as const;
const batch = { by: "hrss", method: "POST", path: "/v1/feeds/hrss/batches" } as const;
const score = { by: "window", method: "GET", path: "/v1/residents/{id}/score" } as const;

export const aPerson = { identityNumber: identityNumber("1990-05-17", 77), name: "白露", area: county };
const report = { recordId: "bad-1", sourceVersion: 9_000_000 };
const range = { from: "2024-01", to: "2024-05", province: "330000", kind: "employee" };
const event = { permitId: "permit-1", eventId: "bad-1", type: "suspend", effectiveOn: "2024-06-01" };
const withPension = (...pension: readonly unknown[]) => ({ ...report, facts: { skills: null, pension } });

/** By what is wrong with it; the calendar stands at 2024-06-30. */
export const badRequests: Readonly<Record<string, BadRequest>> = {
  "a wrong check digit": {
    ...register,
    ...invalid,
    body: { ...aPerson, identityNumber: "339901199005170779" },
    fields: ["identityNumber"],
  },
  "an identity number with letters": {
    ...register,
    ...invalid,
    body: { ...aPerson, identityNumber: "ABC" },
    fields: ["identityNumber"],
  },
  "an identity number born on 30 February": {
    ...register,
    ...invalid,
    body: { ...aPerson, identityNumber: "33990119900230001X" },
    fields: ["identityNumber"],
  },
  "an area of five digits, and no name": {
    ...register,
    ...invalid,
    body: { identityNumber: aPerson.identityNumber, area: "33990" },
    fields: ["area", "name"],
  },
  "an unknown field": { ...register, ...invalid, body: { ...aPerson, phone: "1" }, fields: ["phone"] },
  "a field of the wrong type": { ...register, ...invalid, body: { ...aPerson, name: 5 }, fields: ["name"] },
  "an empty body": { ...register, status: 400, code: "malformed-json", body: "" },
  "an array for an object": { ...register, ...invalid, body: [], fields: ["$"] },
  "null for an object": { ...register, ...invalid, body: "null", fields: ["$"] },
  "malformed JSON": { ...register, status: 400, code: "malformed-json", body: '{"name": ' },
  "JSON nested without end": {
    ...batch,
    status: 400,
    code: "malformed-json",
    body: `{"batchId":"deep","area":"339901","records":[${"[".repeat(5000)}${"]".repeat(5000)}]}`,
  },
  "an identity number for a record's id": {
    ...hrssFacts,
    ...invalid,
    body: { ...report, recordId: aPerson.identityNumber, facts: workersFacts.hrss },
    fields: ["recordId"],
  },
  "JSON with a name that stands twice": {
    ...estimate,
    status: 400,
    code: "malformed-json",
    body: '{"input":{},"input":{}}',
  },
  "another media type": {
    ...register,
    status: 415,
    code: "unsupported-media-type",
    body: "name=x",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  },
  "a day that does not exist": {
    ...score,
    ...invalid,
    path: "/v1/residents/{id}/score?asOf=2024-02-30",
    fields: ["asOf"],
  },
  "a day before 1900": { ...estimate, ...invalid, body: { asOf: "1899-12-31", input: {} }, fields: ["asOf"] },
  "a day after 2099": { ...estimate, ...invalid, body: { asOf: "2100-01-01", input: {} }, fields: ["asOf"] },
  "a time for a day": { ...estimate, ...invalid, body: { asOf: "2024-06-30T00:00:00Z", input: {} }, fields: ["asOf"] },
  "a repeated parameter": {
    ...score,
    ...invalid,
    path: "/v1/residents/{id}/score?asOf=2024-01-01&asOf=2024-01-02",
    fields: ["asOf"],
  },
  "an unknown parameter": { ...score, ...invalid, path: "/v1/residents/{id}/score?day=2024-01-01", fields: ["day"] },
  "a page of nothing": { ...score, ...invalid, path: "/v1/residents/{id}/score/history?limit=0", fields: ["limit"] },
  "a cursor of one's own making": {
    ...score,
    ...invalid,
    path: "/v1/residents/{id}/score/history?cursor=abc",
    fields: ["cursor"],
  },
  "a residentId of another shape": { ...score, ...invalid, path: "/v1/residents/12345/score", fields: ["residentId"] },
  "a backwards month range": {
    ...hrssFacts,
    ...invalid,
    body: withPension({ ...range, from: "2024-05", to: "2024-01" }),
    fields: ["facts.pension[0].to"],
  },
  "a thirteenth month, in the second range": {
    ...hrssFacts,
    ...invalid,
    body: withPension(range, { ...range, to: "2024-13" }),
    fields: ["facts.pension[1].to"],
  },
  "a kind of pension that there is not": {
    ...hrssFacts,
    ...invalid,
    body: withPension({ ...range, kind: "private" }),
    fields: ["facts.pension[0].kind"],
  },
  "a certificate of level 6 and a title of level 1": {
    ...hrssFacts,
    ...invalid,
    body: {
      ...report,
      facts: {
        pension: null,
        skills: [
          { kind: "skill-level", level: 6, issuedOn: "2020-01-01" },
          { kind: "title", level: 1, issuedOn: "2020-01-01" },
        ],
      },
    },
    fields: ["facts.skills[0].level", "facts.skills[1].level"],
  },
  "facts of another department": {
    ...hrssFacts,
    ...invalid,
    body: { ...report, facts: { ...workersFacts.hrss, birthDate: "1990-05-17" } },
    fields: ["facts.birthDate"],
  },
  "facts left out, which is not the same as unknown": {
    ...hrssFacts,
    ...invalid,
    body: { ...report, facts: { skills: [] } },
    fields: ["facts.pension"],
  },
  "no source version": {
    ...hrssFacts,
    ...invalid,
    body: { recordId: "x", facts: workersFacts.hrss },
    fields: ["sourceVersion"],
  },
  "a negative source version": {
    ...hrssFacts,
    ...invalid,
    body: { ...report, sourceVersion: -1, facts: workersFacts.hrss },
    fields: ["sourceVersion"],
  },
  "a department that there is not": {
    ...hrssFacts,
    ...invalid,
    path: "/v1/residents/{id}/facts/weather",
    body: { ...report, facts: workersFacts.hrss },
    fields: ["department"],
  },
  "a residence that ends before it begins": {
    ...policeFacts,
    ...invalid,
    body: {
      ...report,
      facts: { birthDate: null, residence: [{ from: "2024-02-01", to: "2024-01-01", province: "330000" }] },
    },
    fields: ["facts.residence[0].to"],
  },
  "a birth after today": {
    ...policeFacts,
    status: 422,
    code: "happened-after-receipt",
    body: { ...report, facts: { birthDate: "2024-07-01", residence: null } },
    fields: ["facts.birthDate"],
  },
  "a certificate issued, and a month paid, after today": {
    ...hrssFacts,
    status: 422,
    code: "happened-after-receipt",
    body: {
      ...report,
      facts: {
        skills: [{ kind: "special-skill", issuedOn: "2024-07-01" }],
        pension: [{ ...range, paidOn: "2024-07-01" }],
      },
    },
    fields: ["facts.pension[0].paidOn", "facts.skills[0].issuedOn"],
  },
  "an event type that there is not": {
    ...permitEvent,
    ...invalid,
    body: { ...event, type: "pause" },
    fields: ["type"],
  },
  "an issue without a county": { ...permitEvent, ...invalid, body: { ...event, type: "issue" }, fields: ["area"] },
  "a conversion into the same permit": {
    ...permitEvent,
    ...invalid,
    body: { ...event, type: "convert", newPermitId: "permit-1", area: county },
    fields: ["newPermitId"],
  },
  "an event before its permit's issue": {
    ...permitEvent,
    status: 409,
    code: "event-never-lawful",
    body: { ...event, effectiveOn: "2019-08-19" },
  },
  "a batch of 501": {
    ...batch,
    ...invalid,
    body: { batchId: "large", area: county, records: Array.from({ length: 501 }, () => ({})) },
    fields: ["records"],
  },
  "a batch without an id": { ...batch, ...invalid, body: { area: county, records: [] }, fields: ["batchId"] },
  "an empty idempotency key": {
    ...register,
    ...invalid,
    body: aPerson,
    headers: { "idempotency-key": "" },
    fields: ["Idempotency-Key"],
  },
  "points that are no whole hundredths": {
    ...estimate,
    ...invalid,
    body: { input: {}, local: { awards: 1.005, deductions: 0 } },
    fields: ["local.awards"],
  },
  "a reading that there is not": {
    ...estimate,
    ...invalid,
    body: { input: {}, readings: { leftover: "pool29", mood: "good" } },
    fields: ["readings.leftover", "readings.mood"],
  },
  "permit events that say otherwise than the status": {
    ...estimate,
    ...invalid,
    body: { input: { permit: { status: "valid", events: [{ type: "suspend", on: "2024-01-01" }] } } },
    fields: ["input.permit.events"],
  },
  "an unknown resident": {
    ...score,
    status: 404,
    code: "resident-unknown",
    path: `/v1/residents/r-${"0".repeat(26)}/score`,
  },
  "an unknown call": { ...score, status: 404, code: "route-unknown", path: "/v1/residents/{id}/points" },
  "a method that the path does not know": {
    ...score,
    status: 405,
    code: "method-not-allowed",
    method: "DELETE",
  },
};
