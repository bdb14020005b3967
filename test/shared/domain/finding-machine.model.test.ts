import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Finding, FindingState, FindingStep, FindingStepType } from "#shared/domain/finding.ts";
import type { FindingActing } from "#shared/domain/finding-conditions.ts";
import { findingMachine, standsFound } from "#shared/domain/finding-machine.ts";
import { stepsFrom } from "#shared/domain/machine.ts";
import { mayTakeFindingStep } from "#shared/domain/may-take-finding-step.ts";
import { findingProposal, findingTerm, nextFinding } from "#test/support/a-finding.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { residentId } from "#test/support/people.ts";

const [inTime, late] = [date("2024-07-02"), date("2024-08-01")];
const people = {
  person: { subject: "the person", role: "resident", residentId: residentId(1) },
  window: { subject: "window", role: "window" },
  ann: { subject: "ann", role: "verifier" },
  bob: { subject: "bob", role: "verifier" },
  cat: { subject: "cat", role: "verifier" },
  "the person as an officer": { subject: "officer", role: "verifier", residentId: residentId(1) },
  "the window as an officer": { subject: "window", role: "verifier" },
  system: { subject: "system", role: "system" },
} as const satisfies Record<string, FindingActing>;
type Who = keyof typeof people;

/** What the walk itself remembers, to hold the machine against. */
interface Memory {
  readonly state: FindingState;
  readonly windowFiled: boolean;
  readonly confirmedBy?: Who;
  readonly isOutstanding: boolean;
  readonly isProvisional: boolean;
}

const isFiler = (who: Who, { windowFiled }: Memory) =>
  who === "the person as an officer" || (windowFiled && who === "the window as an officer");
const isOfficer = (who: Who, memory: Memory) => people[who].role === "verifier" && !isFiler(who, memory);
const isPerson = (who: Who) => who === "person" || who === "window";
/** A term that is not certain binds nobody. */
const isOver = (on: string, { isProvisional }: Memory) => on === late && !isProvisional;

/** In plain words: who may do what and when, where it stands so that it can be done. */
const isFor: Readonly<Record<Exclude<FindingStepType, "proposed">, (who: Who, on: string, memory: Memory) => boolean>> =
  {
    heard: isPerson,
    "hearing-over": (who, on, memory) => who === "system" && isOver(on, memory),
    confirmed: (who, _, memory) => isOfficer(who, memory) && who !== "ann",
    dismissed: (who, _, memory) => isOfficer(who, memory),
    appealed: (who, on, memory) => isPerson(who) && !isOver(on, memory),
    upheld: (who, _, memory) =>
      isOfficer(who, memory) && who !== "ann" && who !== memory.confirmedBy && !memory.isOutstanding,
    overturned: (who, _, memory) =>
      isOfficer(who, memory) && who !== "ann" && who !== memory.confirmedBy && !memory.isOutstanding,
    "appeal-time-over": (who, on, memory) => who === "system" && isOver(on, memory),
    "term-fixed": (who, _, { isProvisional }) => who === "system" && isProvisional,
    "carried-out": (who, _, { isOutstanding }) => who === "system" && isOutstanding,
  };
type Taken = keyof typeof isFor;

const outcomes: Readonly<Record<Taken, FindingState | "same">> = {
  heard: "heard",
  "hearing-over": "heard",
  confirmed: "confirmed",
  dismissed: "dismissed",
  appealed: "appealed",
  upheld: "final",
  overturned: "overturned",
  "appeal-time-over": "final",
  "term-fixed": "same",
  "carried-out": "same",
};

const made = (type: Taken, term: typeof findingTerm): FindingStep => {
  switch (type) {
    case "heard":
      return { type, statement: "it is true" };
    case "confirmed":
      return { type, reason: "so it is", term };
    case "dismissed":
    case "appealed":
    case "upheld":
    case "overturned":
      return { type, reason: "so it is" };
    case "term-fixed":
      return { type, term: findingTerm };
    case "hearing-over":
    case "appeal-time-over":
    case "carried-out":
      return { type };
  }
};

const mayTake = (finding: Finding, type: Taken, who: Who, on: typeof late): boolean => {
  try {
    mayTakeFindingStep(finding, type, people[who], on);
    return true;
  } catch {
    return false;
  }
};

interface Case {
  readonly applications: Finding["applications"];
  readonly provisional: boolean;
}

const remembered = (memory: Memory, type: Taken, who: Who, { applications, provisional }: Case): Memory => ({
  ...memory,
  state: outcomes[type] === "same" ? memory.state : outcomes[type],
  windowFiled: memory.windowFiled || (who === "window" && ["heard", "appealed"].includes(type)),
  ...(type === "confirmed" && { confirmedBy: who }),
  isOutstanding:
    ["confirmed", "overturned"].includes(type) && applications.length > 0
      ? true
      : memory.isOutstanding && type !== "carried-out",
  isProvisional: type === "confirmed" ? provisional : memory.isProvisional && type !== "term-fixed",
});

test.each([
  { applications: [applicationNumber(1)], provisional: false },
  { applications: [], provisional: true },
])("every way of a finding is as the words say, and ends: %o", ({ applications, provisional }) => {
  const gone = new Set<string>();
  const term = { ...findingTerm, provisional };
  const [seen, onTheWay] = [new Set<string>(), new Set<string>()];

  const walk = (finding: Finding, memory: Memory): void => {
    const place = JSON.stringify(memory);
    expect(onTheWay.has(place), `a way leads back to ${place}`).toBe(false);
    if (seen.has(place)) return;
    seen.add(place);
    onTheWay.add(place);
    expect(finding).toMatchObject({ state: memory.state, isOutstanding: memory.isOutstanding });
    for (const type of Object.keys(isFor) as readonly Taken[]) {
      const leadsOn = findingMachine[type].from.includes(memory.state);
      for (const who of Object.keys(people) as readonly Who[]) {
        for (const on of [inTime, late]) {
          const isLawful = leadsOn && isFor[type](who, on, memory);
          expect(mayTake(finding, type, who, on), `${who}: ${type} on ${on} of one ${memory.state}`).toBe(isLawful);
          if (!isLawful) continue;
          const { finding: next } = nextFinding(finding, made(type, term), { by: people[who], on });
          gone.add(`${memory.state} ${type}`);
          expect(next.version).toBe(finding.version + 1);
          walk(next, remembered(memory, type, who, { applications, provisional }));
        }
      }
      if (!leadsOn) expect(() => nextFinding(finding, made(type, term)), type).toThrow("does not lead");
    }
    onTheWay.delete(place);
  };
  const proposed = nextFinding(undefined, findingProposal({ applications, term }), { by: people.ann }).finding;
  walk(proposed, { state: "proposed", windowFiled: false, isOutstanding: false, isProvisional: provisional });

  const lawful = Object.entries(findingMachine).flatMap(([type, { from }]) => from.map((state) => `${state} ${type}`));
  const never = applications.length > 0 ? /term-fixed|none/ : /carried-out|none/;
  expect([...gone].sort()).toEqual(lawful.filter((way) => !never.test(way)).sort());
});

test("what ended stays so, but for what has still to be carried out", () => {
  for (const state of ["dismissed", "overturned", "final"] as const) {
    expect(stepsFrom(findingMachine, state).filter((step) => step !== "carried-out")).toEqual([]);
  }
  expect((["confirmed", "appealed", "final"] as const).every(standsFound)).toBe(true);
  expect((["proposed", "heard", "dismissed", "overturned"] as const).some(standsFound)).toBe(false);
});
