import { expect, test } from "vitest";
import { generatedResident } from "#local/demo/generated-resident.ts";
import { factsReportOf } from "#shared/contract/report-facts.ts";
import { date, dayOf } from "#shared/domain/calendar.ts";
import { IdentityNumber } from "#shared/domain/identity-number.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import { foldPermits } from "#shared/domain/permit-fold.ts";

const on = dayOf(date("2026-06-30"));
const people = Array.from({ length: 20_000 }, (_, number) => generatedResident(1, number, on));

test("the same seed, number and day make the same person, another seed another one", () => {
  expect(generatedResident(1, 77, on)).toEqual(people[77]);
  expect(generatedResident(2, 77, on)).not.toEqual(people[77]);
});

test("no two people have the same identity number, and each has its check digit and no real place", () => {
  const numbers = people.map(({ person }) => person.identityNumber);

  expect(new Set(numbers).size).toBe(people.length);
  for (const number of numbers) {
    expect(IdentityNumber.safeParse(number).success).toBe(true);
    expect(number).toMatch(/^3399/);
  }
});

test("everything that is sent fits the contract", () => {
  for (const arrival of people.slice(0, 3000).flatMap(({ arrivals }) => arrivals)) {
    if (arrival.kind === "permit-event") PermitEvent.parse(arrival.event);
    else {
      const { kind: _, department, ...report } = arrival;
      factsReportOf[department].parse(report);
    }
  }
});

test("their lives add up: nobody works before they came, and every permit event is lawful", () => {
  for (const { arrivals } of people) {
    const events = arrivals.flatMap((arrival) => (arrival.kind === "permit-event" ? [arrival.event] : []));
    const { verdicts } = foldPermits(events.map((event, at) => ({ event, version: at + 1 })));
    expect([...verdicts.values()].every(({ verdict }) => verdict === "takes-part")).toBe(true);

    const facts = Object.assign({}, ...arrivals.map((arrival) => (arrival.kind === "facts" ? arrival.facts : {})));
    const [home] = facts.residence ?? [];
    const [work] = facts.pension ?? [];
    if (home && work) expect(work.from >= home.from.slice(0, 7)).toBe(true);
    if (home && facts.birthDate) expect(home.from > facts.birthDate).toBe(true);
  }
});

test("permits stand in every state, and what is unknown is so now and then", () => {
  const types = new Set(
    people.flatMap(({ arrivals }) => arrivals.map((one) => one.kind === "permit-event" && one.event.type)),
  );
  const unknown = people.filter(({ arrivals }) =>
    arrivals.some((one) => one.kind === "facts" && Object.values(one.facts).includes(null)),
  );

  expect(types).toEqual(new Set([false, "issue", "suspend", "restore", "cancel", "move"]));
  expect(unknown.length / people.length).toBeGreaterThan(0.02);
  expect(unknown.length / people.length).toBeLessThan(0.25);
});
