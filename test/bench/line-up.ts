import { AreaCode } from "#shared/domain/area.ts";
import { day } from "#shared/domain/calendar.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { createStandards } from "#shared/scoring/standards.ts";
import { type Contestant, lineCodes } from "./contestant.ts";
import { handWritten } from "./hand-written.ts";
import { jsonLogic } from "./json-logic.ts";
import { jsonRules } from "./json-rules.ts";
import { ourCoreFromFacts, ourCoreFromQuantities, ourCoreFromText } from "./our-core.ts";
import { type Residents, residents } from "./residents.ts";
import { zenColumns, zenLoop } from "./zen.ts";

export interface LineUp {
  readonly residents: Residents;
  readonly contestants: Readonly<Record<ContestantName, Contestant>>;
}

export type ContestantName =
  | "handWritten"
  | "ourCore"
  | "jsonLogic"
  | "zenLists"
  | "zenLoop"
  | "jsonRules"
  | "fromDossier"
  | "fromJson";

/** Everyone who takes part, under the provincial standard: the only rules that all of them know. */
export const lineUp = (count: number): LineUp => {
  const { published } = publishedStandards();
  const standards = createStandards(published.filter(({ standard }) => standard.layer === "province"));
  const standard = standards.inForce(AreaCode.parse("330000"), asOf);
  if (standard?.indicators.map(({ code }) => code).join() !== lineCodes.join()) {
    throw new Error("the contestants know another standard than the one in force");
  }
  const people = residents(count, standard, asOf);
  return {
    residents: people,
    contestants: {
      handWritten: handWritten(people),
      ourCore: ourCoreFromQuantities(people, standard),
      jsonLogic: jsonLogic(people),
      zenLists: zenColumns(people),
      zenLoop: zenLoop(people),
      jsonRules: jsonRules(people),
      fromDossier: ourCoreFromFacts(people, standards, asOf),
      fromJson: ourCoreFromText(people, standards, asOf),
    },
  };
};

const asOf = day("2026-06-30");
