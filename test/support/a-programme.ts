import { createHash } from "node:crypto";
import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import {
  type Programme,
  ProgrammeId,
  type ProgrammeRole,
  type ProgrammeStep,
  ProgrammeTerms,
  type RecordedProgrammeStep,
} from "#shared/domain/programme.ts";
import type { Programmes } from "#shared/storage/programmes.ts";

/** Different for every number, and always the same for one. */
export const programmeId = (number: number): ProgrammeId => ProgrammeId.parse(`p-${`${number}`.padStart(26, "0")}`);

/**
 * A school year with two schools in county 339901, applied for in May 2024, unless it says otherwise; `undefined` leaves
 * something out.
 */
export const someTerms = (differing: Partial<Record<keyof ProgrammeTerms, unknown>> = {}): ProgrammeTerms => {
  const terms = { ...usualTerms, ...differing };
  return ProgrammeTerms.parse(Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)));
};

const usualTerms = {
  service: "compulsory-education",
  department: "education",
  area: "339901",
  name: { zh: "云岫县2024年义务教育积分入学", en: "Places at school by points, Yunxiu County, 2024" },
  year: 2024,
  source: "云岫县积分入学办法(虚构)第三条",
  beneficiary: "child",
  childBorn: { from: "2017-09-01", through: "2018-08-31" },
  window: { opensOn: "2024-05-06", closesOn: "2024-05-24", cutOffOn: "2024-05-31" },
  scoreAsOf: "2024-05-24",
  points: "own",
  threshold: null,
  offers: [
    { code: "east", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 2 },
    { code: "west", name: { zh: "西岭小学", en: "Xiling Primary School" }, places: 1 },
  ],
  wishes: 2,
  tiers: [],
  tieBreaks: [{ by: "indicator", layer: "province", code: "social-insurance" }, { by: "lot" }],
  lotFrom: "福彩双色球2024年5月26日开奖号码",
  allTiedIn: false,
  onePer: [],
  notReady: "leave-out",
};

export const digestOfTerms = (terms: ProgrammeTerms): string =>
  createHash("sha256").update(canonicalJson(terms)).digest("hex");

interface Taken {
  readonly step: ProgrammeStep;
  readonly role?: ProgrammeRole;
  readonly subject?: string;
  readonly on?: string;
}

/** The step as it is recorded next. */
export const programmeStep = (
  before: Programme | undefined,
  { step, role = "rule-maker", subject = role, on = "2024-04-01" }: Taken,
  number = 1,
): RecordedProgrammeStep => ({
  programmeId: before?.programmeId ?? programmeId(number),
  version: (before?.version ?? 0) + 1,
  step,
  by: { subject, role },
  at: `${on}T02:00:00.000Z`,
  on: date(on),
});

/** A programme that has gone through these steps, the first of which drafts it. */
export const aProgramme = (terms = someTerms(), then: readonly Taken[] = [], number = 1): Programme =>
  then.reduce<Programme>(
    (before, taken) => applyProgrammeStep(before, programmeStep(before, taken)),
    applyProgrammeStep(undefined, programmeStep(undefined, { step: drafting(terms) }, number)),
  );

export const drafting = (terms: ProgrammeTerms) =>
  ({ type: "drafted", terms, digest: digestOfTerms(terms) }) as const satisfies ProgrammeStep;

export const redrafting = (terms: ProgrammeTerms) => ({ ...drafting(terms), type: "redrafted" }) as const;

/** The step that lets people apply. */
export const publication: Taken = { step: { type: "published" }, role: "approver" };

/** Puts the programme there, step by step. */
export const putProgramme = async (
  programmes: Programmes,
  terms = someTerms(),
  then: readonly Taken[] = [publication],
  number = 1,
): Promise<Programme> => {
  let programme: Programme | undefined;
  for (const taken of [{ step: drafting(terms) }, ...then]) {
    const recorded = programmeStep(programme, taken, number);
    programme = applyProgrammeStep(programme, recorded);
    await programmes.record(programme, recorded);
  }
  if (!programme) throw new Error("a programme has at least one step");
  return programme;
};
