import { describe, expect, test } from "vitest";
import { dateOf, day } from "#shared/domain/calendar.ts";
import { aResident } from "#test/support/a-resident.ts";
import { lineWronglyForeseen, wronglyForeseen } from "#test/support/brute-force.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";
import { nastyStandards } from "#test/support/nasty-standards.ts";
import { scoredOn } from "#test/support/scored-on.ts";
import { aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const seed = 38;
const longInForce = { effectiveFrom: "2020-01-01", validUntil: "2035-12-31" };

describe("against scoring on every single day", () => {
  const tenYears = { firstDay: day("2021-02-28"), lastDay: day("2031-02-28") };

  test("500 nasty dossiers change on exactly the days foreseen, each from the one before, for ten years", () => {
    const standards = nastyStandards(longInForce);

    for (let number = 0; number < 500; number++) {
      const wrong = wronglyForeseen(standards, nastyPerson(seed, number), tenYears);
      if (wrong) expect.fail(`nastyPerson(${seed}, ${number}): ${wrong}`);
    }
  }, 300_000);

  test("each line of 300 nasty dossiers changes to the points and on the day foreseen", () => {
    const standards = nastyStandards(longInForce);

    for (let number = 0; number < 300; number++) {
      const person = nastyPerson(seed, number);
      const wrong = lineWronglyForeseen(standards, person, { firstDay: person.asOf, lastDay: day("2036-02-28") });
      if (wrong) expect.fail(`nastyPerson(${seed}, ${number}) on ${dateOf(person.asOf)}: ${wrong}`);
    }
  }, 60_000);

  test("the edges of the standard as published are foreseen too", () => {
    const standards = nastyStandards();
    const lifetime = { firstDay: day("2023-07-01"), lastDay: day("2028-08-31") };

    for (let number = 0; number < 200; number++) {
      const wrong = wronglyForeseen(standards, nastyPerson(seed + 1, number), lifetime);
      if (wrong) expect.fail(`nastyPerson(${seed + 1}, ${number}): ${wrong}`);
    }
  }, 60_000);
});

describe("a score next changes", () => {
  const settled = aResident().bornOn("1950-01-01");

  test("on the first day of the standard", () => {
    expect(scoredOn(settled, "2023-07-20").nextChangeOn).toBe("2023-07-26");
    expect(scoredOn(settled, "2023-07-25").nextChangeOn).toBe("2023-07-26");
  });

  test("on the day after the last day of the standard, and then never", () => {
    expect(scoredOn(settled, "2023-07-26").nextChangeOn).toBe("2028-07-26");
    expect(scoredOn(settled, "2028-07-25").nextChangeOn).toBe("2028-07-26");
    expect(scoredOn(settled, "2028-07-26").nextChangeOn).toBeUndefined();
  });

  test("when a revised standard takes over, even where no points change", () => {
    const standards = publish(zhejiang({ validUntil: "2025-12-31" }), zhejiang({ effectiveFrom: "2026-01-01" }));

    const { nextChangeOn } = scoredOn(settled, "2024-06-30", { standards });

    expect(nextChangeOn).toBe("2026-01-01");
  });

  test("not when a standard of another county begins", () => {
    const standards = publish(zhejiang(), aLocalStandard({ area: "339902", effectiveFrom: "2025-01-01" }));

    const { nextChangeOn } = scoredOn(settled, "2024-06-30", { standards });

    expect(nextChangeOn).toBe("2028-07-26");
  });

  test("on the day of a move to a county with another local standard", () => {
    const standards = publish(zhejiang(), aLocalStandard({ area: "339902" }));
    const resident = settled.whosePermitWas("moved", "2025-03-31", { area: "339902" });

    const { nextChangeOn } = scoredOn(resident, "2024-06-30", { standards });

    expect(nextChangeOn).toBe("2025-03-31");
  });

  test("on the day of a restoration dated ahead, when it becomes pending", () => {
    const resident = settled.whosePermitWas("suspended", "2024-05-01").whosePermitWas("restored", "2024-08-15");

    const suspended = scoredOn(resident, "2024-06-30");

    expect(suspended).toMatchObject({ status: "void-suspended", nextChangeOn: "2024-08-15" });
    expect(scoredOn(resident, "2024-08-15").status).toBe("pending-recompute");
  });

  test("on the day of a suspension, a voiding, a diploma and a payment dated ahead", () => {
    const suspended = settled.whosePermitWas("suspended", "2024-07-01");
    const voided = settled.withDiploma("bachelor", "2010-07-01", { id: "d1" }).whoseFactWasVoided("d1", "2024-07-02");
    const graduating = settled.withDiploma("bachelor", "2024-07-03");
    const paying = settled.withPension("2024-01", "2024-03", { paidOn: "2024-07-04" });

    const next = [suspended, voided, graduating, paying].map((who) => scoredOn(who, "2024-06-30").nextChangeOn);

    expect(next).toEqual(["2024-07-01", "2024-07-02", "2024-07-03", "2024-07-04"]);
  });

  test("not on days on which something else begins that changes nothing", () => {
    const resident = settled
      .withDiploma("doctor", "2010-07-01")
      .withDiploma("bachelor", "2024-07-03")
      .withPension("2024-09", "2024-09", { province: "320000" })
      .whosePermitWas("endorsed", "2024-10-01", { endorsementDueOn: "2025-10-01" });

    const { nextChangeOn } = scoredOn(resident, "2024-06-30");

    expect(nextChangeOn).toBe("2028-07-26");
  });
});

describe("a line next changes", () => {
  const monthly = aResident().registered("2024-01-31");
  const residenceOf = (resident: typeof monthly, asOf: string, standards = publish(zhejiang())) =>
    scoredOn(resident, asOf, { standards }).lines.find(({ code }) => code === "residence");

  test("on its own day and to its own points, whatever other lines do", () => {
    const { lines } = scoredOn(monthly.bornOn("1980-03-10").withPension("2024-01", "2024-04"), "2024-03-05");

    const next = lines.map(({ code, nextChangeOn, nextPoints }) => [code, nextChangeOn, nextPoints]);

    expect(next).toEqual([
      ["age", "2024-03-11", 16],
      ["education", null, null],
      ["skill", null, null],
      ["social-insurance", "2024-04-01", 2],
      ["residence", "2024-03-31", 0.5],
    ]);
  });

  test("also after some other county's standard has begun or a move has brought local lines", () => {
    const standards = publish(zhejiang(), aLocalStandard({ area: "339902", effectiveFrom: "2024-03-15" }));
    const moving = monthly.whosePermitWas("moved", "2024-03-20", { area: "339902" });

    expect(residenceOf(monthly, "2024-03-05", standards)).toMatchObject({ nextChangeOn: "2024-03-31" });
    expect(residenceOf(moving, "2024-03-05", standards)).toMatchObject({ nextChangeOn: "2024-03-31" });
  });

  test("when a revised standard gives other points for the same facts", () => {
    const [age, education, skill, pension, residence] = zhejiang().indicators as readonly Record<string, object>[];
    const eachMonth = { points: 0.5, clause: "每满 1 个月得 0.5 分" };
    const generous = { ...residence, rule: { ...residence?.rule, eachMonth } };
    const revised = zhejiang({
      effectiveFrom: "2024-03-15",
      indicators: [age, education, skill, pension, generous],
    });

    const line = residenceOf(monthly, "2024-03-05", publish(zhejiang({ validUntil: "2024-03-14" }), revised));

    expect(line).toMatchObject({ points: 0.25, nextChangeOn: "2024-03-15", nextPoints: 0.5 });
  });

  test("never, once its maximum is reached or its standard has ended", () => {
    expect(residenceOf(aResident().registered("2010-01-01"), "2024-03-05")).toMatchObject({ nextChangeOn: null });
    expect(residenceOf(monthly, "2028-07-20")).toMatchObject({ nextChangeOn: null });
  });
});
