import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { ask } from "./functions.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { System } from "./system.ts";

/** Asks for a score, and judges what comes by the events committed while it was asked. */
export const query = (system: System, residentId: ResidentId, asOf: CalendarDate): void => {
  const { truth, violations } = system;
  const fromVersion = truth.versionOf(residentId);
  system.invoke("query", ask(system, residentId, asOf), (ending) => {
    if (ending.ended !== "answered") return;
    const { result: answer } = ending;
    const recorded = truth.recordOf(residentId)?.basis;
    judgeAnswer(
      answer,
      { residentId, fromVersion, toVersion: truth.versionOf(residentId), recorded },
      truth,
      violations,
    );
  });
};
