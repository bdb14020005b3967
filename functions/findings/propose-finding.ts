import type { Call } from "#shared/contract/endpoint.ts";
import type { proposeFindingEndpoint } from "#shared/contract/findings.ts";
import type { Application } from "#shared/domain/application.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { type FindingDepartment, FindingId } from "#shared/domain/finding.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { findingTerms } from "#shared/procedure/finding-terms.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";
import type { Applications } from "#shared/storage/applications.ts";
import { findingAnswer } from "./finding-answer.ts";
import { asVerifier, findingDepartment } from "./finding-office.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { recordFindingStep } from "./record-finding-step.ts";
import { requireFounded } from "./require-founded.ts";

export interface ProposingFinding extends FindingStepping {
  readonly applications: Pick<Applications, "read">;
  readonly standards: Standards;
}

type Request = Call<typeof proposeFindingEndpoint>;

/** 造假认定: names what forged material has won. Until it is confirmed nothing of it is touched. */
export const proposeFinding =
  (proposing: ProposingFinding) =>
  async ({ params: { residentId }, body, caller }: Request): Promise<Reply> => {
    const department = findingDepartment(caller);
    if (!department) throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
    const on = proposing.today();
    const dossier = await proposing.residents.read(residentId);
    const applications = await ownApplications(proposing, residentId, body.applications);
    const home = dossier && areaOf(subjectOf(dossier), dayOf(on));
    const area = home && areaFor({ caller, department }, home, applications);
    if (!area) throw new Refusal("resident-unknown", { residentId });
    const who = asVerifier(caller);
    if (who.residentId === residentId) throw new Refusal("decides-on-own", { because: "own-request" });

    const isBarred = proposing.standards.inForce(home, dayOf(on))?.readings.fraudScope === "all";
    requireFounded(body, { department, dossier, applications, on, isBarred });
    if (body.barredUntil !== undefined && !isBarred) throw new Refusal("finding-bar-unlawful", {});
    const { facts, reviewIds, applications: numbers, ...said } = body;
    const finding = await recordFindingStep(proposing, {
      findingId: FindingId.parse(opaqueId("f")),
      residentId,
      before: undefined,
      step: {
        type: "proposed",
        department,
        area,
        ...said,
        facts: [...new Set(facts)],
        reviewIds: [...new Set(reviewIds)],
        applications: [...new Set(numbers)],
        term: proposing.workingDays.term(on, findingTerms.hearing),
      },
      who,
      on,
    });
    if (!finding) throw new Refusal("finding-busy", {});
    return { status: 201, body: findingAnswer(finding) };
  };

const ownApplications = async (
  { applications }: ProposingFinding,
  residentId: Dossier["residentId"],
  numbers: Request["body"]["applications"],
): Promise<readonly Application[]> => {
  const found = await Promise.all(numbers.map((number) => applications.read(number)));
  return found.flatMap((one) => (one?.residentId === residentId ? [one] : []));
};

/** The person's own area, else that of an application which the caller's department has granted. */
const areaFor = (
  { caller, department }: Pick<Request, "caller"> & { readonly department: FindingDepartment },
  home: AreaCode,
  applications: readonly Application[],
): AreaCode | undefined =>
  mayActIn(caller, home)
    ? home
    : applications.find((one) => one.department === department && mayActIn(caller, one.area))?.area;
