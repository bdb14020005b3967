import * as z from "zod";
import { RecordId, SourceVersion } from "#shared/domain/arrival.ts";
import { Department, departmentFacts } from "#shared/domain/department.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

/** The facts of any department. */
export const AnyFacts = z
  .union([departmentFacts["public-security"], departmentFacts.education, departmentFacts.hrss])
  .meta({
    description:
      "All that the department knows: of `public-security` birthDate and residence, of `education` education, of `hrss` " +
      "skills and pension. `null` says that nothing is known, `[]` that there is known to be none",
  });

const factsReport = <Facts extends z.ZodType>(facts: Facts) =>
  z.strictObject({ recordId: RecordId, sourceVersion: SourceVersion, facts }).readonly();

const FactsReport = factsReport(AnyFacts).meta({ id: "FactsReport" });

/** The report that each department may send. */
export const factsReportOf = {
  "public-security": factsReport(departmentFacts["public-security"]),
  education: factsReport(departmentFacts.education),
  hrss: factsReport(departmentFacts.hrss),
} as const satisfies Record<Department, z.ZodType>;

const FactsReported = z
  .strictObject({
    outcome: z.enum(["applied", "unchanged", "duplicate", "superseded"]).meta({
      description:
        "`applied`: the facts are now these. `unchanged`: they were these already, now as of the newer source version. " +
        "`duplicate`: this record was taken in before. `superseded`: a newer source version was taken in before; this one " +
        "is kept in mind and changes nothing",
    }),
    sourceVersion: SourceVersion.meta({ description: "The source version that now stands" }),
    dossierVersion: z.int().min(1),
    conflicts: z
      .array(z.strictObject({ code: z.string(), field: z.string(), detail: z.string() }).readonly())
      .readonly()
      .meta({
        description:
          "What contradicts another source: a birth date that the identity number contradicts is not taken over and leaves " +
          "the last one that agreed, or none; over what a review has corrected the correction stands. A person has to decide",
      }),
  })
  .readonly()
  .meta({ id: "FactsReported" });

export const reportFactsEndpoint = {
  id: "report-facts",
  method: "PUT",
  path: "/v1/residents/{residentId}/facts/{department}",
  summary: "Replace what one department knows of a person",
  description:
    "Takes the whole of what the department knows and puts it in the place of what it knew before. The larger " +
    "`sourceVersion` stands, whatever arrives first. `recordId` names this report for ever: sent again with the same content " +
    "it is a `duplicate`, with another content it is refused. Days ahead are lawful (a diploma due in July, prepaid months, a " +
    "registration next week) and wait for their day, except where something must have happened: a birth, an issued " +
    "certificate, the day a month was paid on. Only the department's own feed reports, in its own areas.",
  roles: ["feed"],
  params: z.strictObject({ residentId: ResidentId, department: Department }),
  body: FactsReport,
  answers: { 200: { description: "Taken in", body: FactsReported } },
  refusals: [
    "department-not-allowed",
    "resident-unknown",
    "happened-after-receipt",
    "record-id-reused",
    "source-version-reused",
    "dossier-too-large",
    "dossier-busy",
  ],
} as const satisfies Endpoint;
