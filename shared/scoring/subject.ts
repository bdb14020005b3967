import type { AreaCode } from "#shared/domain/area.ts";
import type { Day } from "#shared/domain/calendar.ts";
import { type DecodedFacts, decodeFacts } from "#shared/domain/decoded-facts.ts";
import { areaOn, type Dossier, factsOf } from "#shared/domain/dossier.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";

/** A person ready to be scored: decoded facts, and the area to fall back on where no permit names one. */
export interface Subject {
  readonly facts: DecodedFacts;
  readonly area: AreaCode;
}

export const subjectOf = (dossier: Dossier): Subject => {
  const { permitEvents, voidedFacts, sanctions, area } = dossier;
  return {
    area,
    facts: decodeFacts({ facts: factsOf(dossier), permit: permitTimeline(permitEvents), voidedFacts, sanctions }),
  };
};

/** The area whose standards count for the person on the day. */
export const areaOf = (subject: Subject, day: Day): AreaCode => areaOn(subject, subject.facts.permit, day);
