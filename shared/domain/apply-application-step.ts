import type { Application, ApplicationStep, RecordedApplicationStep } from "./application.ts";
import { applicationMachine } from "./application-machine.ts";
import { machineFold } from "./machine-fold.ts";
import type { ReviewMaterial } from "./review.ts";

/**
 * The application after one more step.
 * @throws Error when the step does not follow on the application's version, or the machine knows no such way
 */
export const applyApplicationStep = (
  application: Application | undefined,
  recorded: RecordedApplicationStep,
): Application => fold(application, recorded);

const fold = machineFold(
  applicationMachine,
  (application: Application | undefined, recorded: RecordedApplicationStep): Application => {
    if (recorded.step.type === "applied") return begun(recorded, recorded.step);
    if (!application) throw new Error(`an application began with ${recorded.step.type}`);
    return { ...stepped(application, recorded), filers: filersAfter(application, recorded) };
  },
);

const filersAfter = ({ filers }: Application, { step, by }: RecordedApplicationStep): readonly string[] =>
  applicationMachine[step.type].by.includes("resident") ? [...new Set([...filers, by.subject])] : filers;

const begun = (
  { applicationNumber, residentId, version, by, at, on }: RecordedApplicationStep,
  { type, ...applied }: ApplicationStep & { readonly type: "applied" },
): Application => ({
  applicationNumber,
  residentId,
  version,
  ...applied,
  state: "submitted",
  since: on,
  appliedAt: at,
  filers: [by.subject],
  decidedBy: [],
  contested: false,
});

const stepped = (application: Application, { step, by, on }: RecordedApplicationStep): Application => {
  switch (step.type) {
    case "applied":
      throw new Error("an application begins once");
    case "changed": {
      const { type, ...asked } = step;
      const { child, partner, asset, ...rest } = undecided(application);
      // what is asked for now nobody has decided on: whoever decided before may, and it can be contested once more
      return { ...rest, ...asked, state: "submitted", decidedBy: [], contested: false };
    }
    case "material-asked":
      return {
        ...application,
        state: "material-asked",
        asked: step.items,
        materials: application.materials.map((material) => lookedAt(material, step)),
        term: step.term,
      };
    case "material-handed-in": {
      const { asked, ...rest } = application;
      const kept = application.materials.filter(({ state }) => state !== "replacement-asked");
      return { ...rest, state: "submitted", term: step.term, materials: [...kept, ...step.materials] };
    }
    case "accepted":
      return {
        ...decided(application, by.subject),
        state: "accepted",
        materials: application.materials.map(accepted),
      };
    case "found-not-eligible":
      return {
        ...decided(application, by.subject),
        state: "not-eligible",
        reason: step.reason,
        clause: step.clause,
      };
    case "contested":
      return {
        ...undecided(application),
        state: "submitted",
        contested: true,
        term: step.term,
        materials: [...application.materials, ...step.materials],
      };
    case "withdrawn":
      return { ...undecided(application), state: "withdrawn" };
    case "readiness-decided": {
      const { decision, reason } = step;
      return { ...application, readiness: { decision, reason, by: by.subject } };
    }
    case "left-out":
      return { ...undecided(application), state: "left-out", run: step.run, reason: step.reason };
    case "frozen":
      return { ...undecided(application), state: "frozen", run: step.run, frozen: step.scores };
    case "granted":
    case "moved-up": {
      const { offer, tier } = step;
      return {
        ...undecided(application),
        state: "granted",
        granted: { offer, ...(tier !== undefined && { tier }), on },
      };
    }
    case "not-granted":
      return { ...application, state: "not-granted", reason: step.reason };
    case "revoked":
      return { ...application, state: "revoked", reason: step.reason, clause: step.clause };
    case "reinstated":
      return { ...undecided(application), state: "granted" };
  }
};

/** Nothing is asked for, nothing waits and nothing was refused. */
const undecided = ({ term, asked, reason, clause, ...application }: Application): Application => application;

const decided = (application: Application, by: string): Application => ({
  ...undecided(application),
  decidedBy: [...new Set([...application.decidedBy, by])],
});

const accepted = (material: ReviewMaterial): ReviewMaterial =>
  material.state === "handed-in" ? { ...material, state: "accepted" } : material;

/** Whoever asks for one again has looked at the others and found nothing wrong. */
const lookedAt = (material: ReviewMaterial, { items }: ApplicationStep & { readonly type: "material-asked" }) => {
  const again = items.find(({ materialId }) => materialId === material.materialId);
  return again ? { ...material, state: "replacement-asked" as const, reason: again.reason } : accepted(material);
};
