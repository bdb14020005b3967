import { expect, test } from "vitest";
import { namedResidents } from "#local/demo/named-residents.ts";
import { factsReportOf } from "#shared/contract/report-facts.ts";
import { date, dayOf } from "#shared/domain/calendar.ts";

test.for(["2024-02-29", "2026-11-23", "2027-03-31"])("everyone with a name fits the contract on %s", (day) => {
  const everyone = namedResidents(dayOf(date(day)));

  expect(new Set(everyone.map(({ person }) => person.identityNumber)).size).toBe(12);
  for (const arrival of everyone.flatMap(({ arrivals }) => arrivals)) {
    if (arrival.kind === "permit-event") continue;
    const { kind: _, department, ...report } = arrival;
    factsReportOf[department].parse(report);
  }
});
