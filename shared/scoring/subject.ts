import type { AreaCode } from "#shared/domain/area.ts";
import type { Day } from "#shared/domain/calendar.ts";
import { type DecodedFacts, decodeFacts } from "#shared/domain/decoded-facts.ts";
import { type Dossier, factsOf } from "#shared/domain/dossier.ts";
import { permitOn, permitTimeline } from "#shared/domain/permit-timeline.ts";

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

/** The county of the permit in force on the day, else of the last one, else the one named at registration. */
export const areaOf = ({ facts, area }: Subject, day: Day): AreaCode => {
  const permit = permitOn(facts.permit, day);
  return permit.standing === "none" ? area : (permit.area ?? area);
};
