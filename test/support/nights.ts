import { setTimeout } from "node:timers/promises";
import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { daysOfChange } from "./recorded-daily.ts";
import { storedState } from "./stored-state.ts";
import type { TestSystem } from "./test-system.ts";

interface Span {
  readonly after: CalendarDate;
  readonly through: CalendarDate;
}

/** Lets the calendar walk, night by night, until it stands on the day. */
export const walkTo = async (system: TestSystem, day: string): Promise<void> => {
  const begun = await system.local("POST", "/local/clock", { walkTo: day });
  if (begun.status !== 202) throw new Error(`the calendar did not begin to walk: ${JSON.stringify(begun.body)}`);
  while ((await system.local("GET", "/local/clock")).body.walking !== null) await setTimeout(100);
};

/** Waits for so many generated people, and lets them live through the nights of the span. */
export const liveThrough = async (system: TestSystem, people: number, { after, through }: Span): Promise<void> => {
  await system.clock(after);
  while (!system.log().includes(`generated residents: ${people} of ${people}`)) await setTimeout(100);
  await system.quiet();
  await walkTo(system, through);
};

/** What was to be seen of one night. */
interface Night {
  readonly day: CalendarDate;
  readonly state: string;
  /** Who got a line of history. */
  readonly recorded: readonly ResidentId[];
  readonly counts: Readonly<Record<"found" | "read" | "written" | "changed" | "failed", number>>;
}

/** Every night of the span: as it should have been by brute force, and as it was. */
export const nightsOf = async (
  system: TestSystem,
  span: Span,
): Promise<readonly { readonly expected: Night; readonly was: Night }[]> => {
  const people = await (await storedState(system)).people();
  const changes = people.flatMap(({ dossier }) =>
    daysOfChange(publishedStandards(), dossier, span).map((change) => ({ ...change, who: dossier.residentId })),
  );
  const lines = people.flatMap(({ dossier, history }) =>
    history.flatMap(({ cause, basis }) => (cause === "night" ? [{ day: basis.asOf, who: dossier.residentId }] : [])),
  );
  const operator = await system.token("operator");
  const nights: { expected: Night; was: Night }[] = [];
  for (let night = dayAfter(dayOf(span.after)); night <= dayOf(span.through); night = dayAfter(night)) {
    const day = dateOf(night);
    const due = changes.filter((one) => one.day === day);
    const changed = due.filter(({ isResult }) => isResult);
    const { body } = await system.api("GET", `/v1/recomputations/night-${day}`, { token: operator });
    const { found, read, written, changed: changedNow, failed } = body.counts;
    nights.push({
      expected: {
        day,
        state: "done",
        recorded: changed.map(({ who }) => who).sort(),
        counts: { found: due.length, read: due.length, written: due.length, changed: changed.length, failed: 0 },
      },
      was: {
        day,
        state: body.state,
        recorded: lines.flatMap((line) => (line.day === day ? [line.who] : [])).sort(),
        counts: { found, read, written, changed: changedNow, failed },
      },
    });
  }
  return nights;
};
