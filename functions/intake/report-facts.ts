import type { Call } from "#shared/contract/endpoint.ts";
import { factsReportOf, type reportFactsEndpoint } from "#shared/contract/report-facts.ts";
import type { Report } from "#shared/domain/arrival.ts";
import type { Department } from "#shared/domain/department.ts";
import type { Conflict } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { fieldErrors } from "#shared/http/field-errors.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { coveredBy, requireDepartment } from "./feed.ts";
import { type Clock, receiptFrom } from "./receipt.ts";
import { takeIn, type Visible } from "./take-in.ts";
import { visibleDossier } from "./visible-dossier.ts";

/** 数据对接: puts what a department now knows of a person in the place of what it knew. */
export const reportFacts =
  (residents: Residents, clock: Clock) =>
  async ({ params: { residentId, department }, body, caller }: Call<typeof reportFactsEndpoint>): Promise<Reply> => {
    requireDepartment(caller, department);
    const report = reportOf(department, body);
    const receipt = receiptFrom(caller, clock);
    const today = receipt.receivedOn;
    const visible: Visible = (dossier) =>
      visibleDossier(dossier, { residentId, arrival: report, today, covers: coveredBy(caller) });
    const known = visible(await residents.read(residentId));

    const { taken, dossier } = await takeIn(residents, known, report, { receipt, visible });

    return {
      status: 200,
      body: {
        outcome: taken.outcome,
        sourceVersion: dossier.departments[department]?.sourceVersion ?? report.sourceVersion,
        dossierVersion: dossier.version,
        conflicts: dossier.conflicts.filter(({ recordId }) => recordId === report.recordId).map(inWords),
      },
    };
  };

/** @throws Refusal invalid-request when the facts are another department's */
const reportOf = (department: Department, body: unknown): Report => {
  const parsed = factsReportOf[department].safeParse(body);
  if (!parsed.success) throw new Refusal("invalid-request", { errors: fieldErrors(parsed.error, body) });
  return { kind: "facts", department, ...parsed.data } as Report;
};

const inWords = ({ code, fact }: Conflict) => ({
  code,
  field: `facts.${fact}`,
  detail: advice[code],
});

const advice = {
  "birth-date-contradicts-identity-number":
    "The identity number holds another birth date; the last one that agreed stands, or none. Have a person check both.",
  "source-contradicts-correction":
    "A review has corrected this fact otherwise; the correction stands until the deciding department has looked at both.",
} as const satisfies Record<Conflict["code"], string>;
