import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Dossier, DossierChange } from "#shared/domain/dossier.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import { changesBetween } from "#shared/events/changes-between.ts";
import { area, following, registeredIn, residentId } from "#test/support/people.ts";
import { permitEvent } from "#test/support/permit-events.ts";

const registered = following(residentId(1), registeredIn("339901")).dossier;
const changedBy = (dossier: Dossier, change: DossierChange) => following(dossier, change).dossier;
const withEvent = (dossier: Dossier, event: PermitEvent) =>
  changedBy(dossier, { type: "permit-event-recorded", event });

const police = (birthDate: string | null, sourceVersion: number, residence: readonly string[] | null = null) =>
  ({
    type: "facts-reported",
    department: "public-security",
    recordId: `record-${sourceVersion}`,
    sourceVersion,
    facts: {
      birthDate: birthDate === null ? null : date(birthDate),
      residence: residence?.map((from) => ({ from: date(from), to: null, province: area("330000") })) ?? null,
    },
  }) as const satisfies DossierChange;

describe("what has happened between two images of a dossier", () => {
  test("a resident was registered, and moved their registration", () => {
    const moved = changedBy(registered, registeredIn("339902"));

    expect(changesBetween(undefined, registered)).toEqual([{ name: "resident-registered" }]);
    expect(changesBetween(registered, moved)).toEqual([{ name: "registration-moved" }]);
  });

  test.each([
    ["issue", "permit-issued"],
    ["suspend", "permit-suspended"],
    ["restore", "permit-restored"],
    ["cancel", "permit-cancelled"],
    ["move", "permit-moved"],
    ["convert", "permit-converted"],
    ["endorse", "permit-endorsed"],
  ] as const)("a permit event %s is told as %s, with its id, its day and its version", (type, name) => {
    const event = permitEvent(type, "2024-07-05");

    const events = changesBetween(registered, withEvent(registered, event));

    expect(events).toEqual([{ name, eventId: event.eventId, effectiveOn: "2024-07-05", version: 2 }]);
  });

  test("facts have changed: which ones, of which department, and never to what", () => {
    const known = changedBy(registered, police("1990-05-17", 1));
    const more = changedBy(known, police("1990-05-17", 2, ["2020-01-15"]));

    expect(changesBetween(registered, known)).toEqual([
      { name: "facts-changed", department: "public-security", facts: ["birthDate"] },
    ]);
    expect(changesBetween(known, more)).toEqual([
      { name: "facts-changed", department: "public-security", facts: ["residence"] },
    ]);
  });

  test("unknown and known to have none are different facts", () => {
    const unknown = changedBy(registered, police("1990-05-17", 1, null));
    const none = changedBy(unknown, police("1990-05-17", 2, []));

    expect(changesBetween(unknown, none)).toMatchObject([{ name: "facts-changed", facts: ["residence"] }]);
  });

  test("a report that says the same again confirms; one that contradicts the identity number doesn't", () => {
    const known = changedBy(registered, police("1990-05-17", 1));
    const again = changedBy(known, police("1990-05-17", 2));
    const contradicted = changedBy(again, police("1960-05-17", 3));

    expect(changesBetween(known, again)).toEqual([{ name: "facts-confirmed", department: "public-security" }]);
    expect(changesBetween(again, contradicted)).toEqual([{ name: "birth-date-contradicted" }]);
  });

  test("a correction contradicted, and contradicted no longer though it still stands", () => {
    const known = changedBy(registered, police("1990-05-17", 1, ["2020-01-15"]));
    const patch = FactPatch.parse({ fact: "birthDate", value: "1990-05-18" });
    const corrected = changedBy(known, { type: "fact-corrected", reviewId: "v-1", patch, evidence: [] });
    const contradicted = changedBy(corrected, police("1980-05-17", 2, ["2020-01-15"]));
    const back = changedBy(contradicted, police("1990-05-17", 3, ["2020-01-15"]));
    const agreed = changedBy(contradicted, police("1990-05-18", 3, ["2020-01-15"]));

    const ofCorrections = (before: Dossier, after: Dossier) =>
      changesBetween(before, after).filter((event) => "reviewId" in event);
    expect(ofCorrections(corrected, contradicted)).toMatchObject([{ name: "correction-contradicted" }]);
    expect(ofCorrections(contradicted, back)).toEqual([{ name: "correction-uncontested", reviewId: "v-1" }]);
    expect(ofCorrections(contradicted, agreed)).toEqual([{ name: "correction-confirmed", reviewId: "v-1" }]);
  });

  test("all that a dossier holds, where there was none before; several versions at once; nothing from one to itself", () => {
    const issued = withEvent(changedBy(registered, police("1990-05-17", 1)), permitEvent("issue", "2020-07-15"));
    const suspended = withEvent(issued, permitEvent("suspend", "2024-06-01"));
    const restored = withEvent(suspended, permitEvent("restore", "2024-06-20"));

    const names = (before: Dossier | undefined, now: Dossier) => changesBetween(before, now).map(({ name }) => name);

    expect(names(undefined, issued)).toEqual(["resident-registered", "facts-changed", "permit-issued"]);
    expect(names(issued, restored)).toEqual(["permit-suspended", "permit-restored"]);
    expect(names(restored, restored)).toEqual([]);
  });
});
