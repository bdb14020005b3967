import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { date, day } from "#shared/domain/calendar.ts";
import {
  applyChange,
  areaOn,
  type Dossier,
  type DossierChange,
  factsOf,
  shanghaiDate,
} from "#shared/domain/dossier.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { aResident } from "#test/support/a-resident.ts";
import { permitEvent } from "#test/support/permit-events.ts";

const residentId = "r-00000000000000000000000001" as ResidentId;
const registered: DossierChange = {
  type: "registered",
  area: AreaCode.parse("339901"),
  identityBirthDate: date("1990-05-05"),
};

const policeReport = (birthDate: string | null, recordId = "police-1"): DossierChange => ({
  type: "facts-reported",
  recordId,
  sourceVersion: 1,
  department: "public-security",
  facts: { birthDate: birthDate === null ? null : date(birthDate), residence: [] },
});

const educationReport: DossierChange = {
  type: "facts-reported",
  recordId: "education-1",
  sourceVersion: 7,
  department: "education",
  facts: { education: [] },
};

const receipt = { receivedAt: "2024-06-30T01:00:00.000Z", receivedOn: date("2024-06-30"), by: "a feed" };

const dossierAfter = (...changes: readonly DossierChange[]): Dossier => {
  const dossier = changes.reduce<Dossier | undefined>(
    (before, change, index) => applyChange(before, { residentId, version: index + 1, change, ...receipt }),
    undefined,
  );
  if (!dossier) throw new Error("no change, no dossier");
  return dossier;
};

describe("a dossier", () => {
  test("begins with a registration, knowing nothing", () => {
    const dossier = dossierAfter(registered);

    expect(dossier).toMatchObject({ residentId, version: 1, area: "339901", permitEvents: [], conflicts: [] });
    expect(Object.values(factsOf(dossier))).toEqual([null, null, null, null, null]);
  });

  test("grows by one version with each change", () => {
    const dossier = dossierAfter(registered, policeReport("1990-05-05"), educationReport);

    expect(dossier.version).toBe(3);
  });

  test("refuses a change that doesn't follow on it", () => {
    const change = { residentId, version: 3, change: educationReport, ...receipt };

    expect(() => applyChange(dossierAfter(registered), change)).toThrow("change 3 does not follow");
    expect(() => applyChange(undefined, { ...change, version: 1 })).toThrow("began with facts-reported");
  });

  test("keeps what each department reported apart, the last report whole", () => {
    const dossier = dossierAfter(registered, policeReport("1990-05-05"), educationReport);

    expect(factsOf(dossier)).toEqual({
      birthDate: "1990-05-05",
      residence: [],
      education: [],
      skills: null,
      pension: null,
    });
    expect(dossier.departments.education).toMatchObject({
      sourceVersion: 7,
      recordId: "education-1",
      receivedOn: "2024-06-30",
    });
  });

  test("remembers in which version a permit event came", () => {
    const event = permitEvent("issue", "2024-01-10");

    const dossier = dossierAfter(registered, educationReport, { type: "permit-event-recorded", event });

    expect(dossier.permitEvents).toEqual([{ event, version: 3 }]);
  });

  test("takes the area of a later registration", () => {
    const moved = { ...registered, area: AreaCode.parse("339902") };

    expect(dossierAfter(registered, moved).area).toBe("339902");
  });
});

describe("a birth date that contradicts the identity number", () => {
  test("is a conflict to be decided, and the birth date stays unknown", () => {
    const dossier = dossierAfter(registered, policeReport("1991-05-05"));

    expect(factsOf(dossier).birthDate).toBeNull();
    expect(dossier.conflicts).toEqual([
      {
        code: "birth-date-contradicts-identity-number",
        fact: "birthDate",
        reported: "1991-05-05",
        recordId: "police-1",
        receivedOn: "2024-06-30",
      },
    ]);
  });

  test("doesn't displace one that agreed", () => {
    const dossier = dossierAfter(registered, policeReport("1990-05-05"), policeReport("1991-05-05", "police-2"));

    expect(factsOf(dossier).birthDate).toBe("1990-05-05");
    expect(dossier.conflicts).toMatchObject([{ recordId: "police-2" }]);
  });

  test("is settled by a report that agrees", () => {
    const dossier = dossierAfter(registered, policeReport("1991-05-05"), policeReport("1990-05-05", "police-2"));

    expect(factsOf(dossier).birthDate).toBe("1990-05-05");
    expect(dossier.conflicts).toEqual([]);
  });

  test("stands while other departments report", () => {
    const dossier = dossierAfter(registered, policeReport("1991-05-05"), educationReport);

    expect(dossier.conflicts).toHaveLength(1);
  });
});

describe("the area of a person", () => {
  const areaOf = ({ dossier }: { readonly dossier: Dossier }, on: string) =>
    areaOn(dossier, permitTimeline(dossier.permitEvents), day(on));
  const moving = aResident().whosePermitWas("moved", "2024-03-01", { area: "339902" });

  test("is that of the permit in force", () => {
    expect(areaOf(moving, "2024-02-29")).toBe("339901");
    expect(areaOf(moving, "2024-03-01")).toBe("339902");
  });

  test("is that of the last permit when it is cancelled", () => {
    expect(areaOf(moving.whosePermitWas("cancelled", "2024-05-01"), "2024-06-01")).toBe("339902");
  });

  test("is that named at registration before any permit", () => {
    expect(areaOf(moving, "2020-04-30")).toBe("339901");
    expect(areaOf(moving.withoutPermit(), "2024-06-01")).toBe("339901");
  });
});

test("after 16:00 UTC it is the next day in Shanghai", () => {
  expect(shanghaiDate("2024-06-30T15:59:59.999Z")).toBe("2024-06-30");
  expect(shanghaiDate("2024-06-30T16:00:00.000Z")).toBe("2024-07-01");
});
