import type { AreaCode } from "#shared/domain/area.ts";
import { always, type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { decodeFacts } from "#shared/domain/decoded-facts.ts";
import { exactPoints } from "#shared/domain/points.ts";
import type { SwitchedReadings } from "#shared/domain/readings.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { type GivenLocal, permitOfInput, type ScoreInput } from "#shared/domain/score-input.ts";
import type { RecomputedThrough } from "./score.ts";
import type { Standards } from "./standards.ts";
import type { Subject } from "./subject.ts";

/** A person and a day as a case or an estimate gives them, nothing of it stored. */
export interface ScoreCase {
  readonly asOf: CalendarDate;
  readonly area: AreaCode;
  readonly input: ScoreInput;
  readonly local?: GivenLocal | undefined;
  readonly readings?: SwitchedReadings | undefined;
}

export interface PreparedCase {
  readonly standards: Standards;
  readonly subject: Subject;
  readonly recomputedThrough: RecomputedThrough;
}

/**
 * A case made ready for the core.
 * @throws Refusal `invalid-request` when the permit's events say otherwise than its status
 */
export const prepareCase = (standards: Standards, { asOf, area, input, local, readings }: ScoreCase): PreparedCase => {
  const day = dayOf(asOf);
  const permit = permitOfInput(input.permit, day);
  if (!permit) throw new Refusal("invalid-request", { errors: [contradiction(input, asOf)] });
  const { birthDate, education, skills, pension, residence, voidedFacts, lastRecomputedOn } = input;
  const givenLocal = local && {
    awards: exactPoints(local.awards),
    deductions: exactPoints(local.deductions),
  };
  return {
    standards:
      local || readings ? standards.under({ switched: readings ?? {}, givenLocal: local !== undefined }) : standards,
    subject: {
      area,
      facts: decodeFacts({
        facts: { birthDate, education, skills, pension, residence },
        permit,
        voidedFacts,
        sanctions: [],
        givenLocal,
      }),
    },
    recomputedThrough: { version: 0, on: lastRecomputedOn === null ? always : dayOf(lastRecomputedOn) },
  };
};

const contradiction = ({ permit }: ScoreInput, asOf: CalendarDate) => ({
  field: "input.permit.events",
  detail: `make another state than "${permit.status}" on ${asOf}; correct permit.status or the events`,
});
