import { describe, expect, test } from "vitest";
import { type Day, dateOf, day, dayAfter } from "#shared/domain/calendar.ts";
import { nextAreaChangeOn } from "#shared/scoring/next-change.ts";
import { areaOf, type Subject, subjectOf } from "#shared/scoring/subject.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";

const nextOf = ({ dossier }: ResidentBuilder, from: string): string | undefined => {
  const next = nextAreaChangeOn(subjectOf(dossier), day(from));
  return next === undefined ? undefined : dateOf(next);
};

/** Found by asking on every single day. */
const changesDayByDay = (subject: Subject, firstDay: Day, lastDay: Day): readonly Day[] => {
  const changes: Day[] = [];
  for (let one = dayAfter(firstDay); one <= lastDay; one = dayAfter(one)) {
    if (areaOf(subject, one) !== areaOf(subject, dayAfter(one, -1))) changes.push(one);
  }
  return changes;
};

const changesForeseen = (subject: Subject, firstDay: Day, lastDay: Day): readonly Day[] => {
  const changes: Day[] = [];
  let next = nextAreaChangeOn(subject, firstDay);
  for (; next !== undefined && next <= lastDay; next = nextAreaChangeOn(subject, next)) changes.push(next);
  return changes;
};

describe("the area that counts for a person next changes", () => {
  test("1,000 nasty dossiers change it on exactly the days foreseen, each from the one before, for fifteen years", () => {
    const [firstDay, lastDay] = [day("2018-01-01"), day("2033-01-01")];
    let changes = 0;

    for (let number = 0; number < 1000; number++) {
      const subject = subjectOf(nastyPerson(2023, number).dossier);
      const found = changesDayByDay(subject, firstDay, lastDay);
      changes += found.length;
      const foreseen = changesForeseen(subject, firstDay, lastDay);
      if (`${foreseen}` !== `${found}`) {
        expect.fail(`nastyPerson(2023, ${number}): found ${found.map(dateOf)}, foreseen ${foreseen.map(dateOf)}`);
      }
    }

    expect(changes).toBeGreaterThan(500);
  });

  test("on the day of a move dated ahead, and after it no more", () => {
    const moving = aResident().whosePermitWas("moved", "2024-07-10", { area: "339902" });

    expect(nextOf(moving, "2024-07-09")).toBe("2024-07-10");
    expect(nextOf(moving, "2024-07-10")).toBeUndefined();
  });

  test("not by a move to where it is already, nor by a suspension", () => {
    const staying = aResident()
      .whosePermitWas("moved", "2024-07-10", { area: "339901" })
      .whosePermitWas("suspended", "2024-07-11");

    expect(nextOf(staying, "2024-07-01")).toBeUndefined();
  });

  test("on the first of several days, and back again", () => {
    const restless = aResident()
      .whosePermitWas("moved", "2024-07-10", { area: "339902" })
      .whosePermitWas("moved", "2024-07-12", { area: "339901" });

    expect(nextOf(restless, "2024-07-01")).toBe("2024-07-10");
    expect(nextOf(restless, "2024-07-10")).toBe("2024-07-12");
  });
});
