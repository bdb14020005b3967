import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { correctionOf, patched, removesWhatIsThere, verdictOn } from "#shared/domain/correction.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { Facts, nothingKnown } from "#shared/domain/facts.ts";

const known = (facts: object): Facts => Facts.parse({ ...nothingKnown, ...facts });
const months = (from: string, to: string, more: object = {}) => ({
  from,
  to,
  province: "330000",
  kind: "employee",
  ...more,
});
const registered = (from: string, to: string | null) => ({ from, to, province: "330000" });
const correctionTo = (patch: object, reported: Facts) =>
  correctionOf({ reviewId: "v-1", patch: FactPatch.parse(patch), evidence: [] }, reported, date("2024-06-30"));

const missingMonths = { fact: "pension", add: [months("2019-03", "2019-08")] };
const before = known({ pension: [months("2018-01", "2019-02"), months("2019-09", "2020-12")] });

describe("a fact with a patch", () => {
  test("has what was added beside what was reported", () => {
    expect(patched(before, FactPatch.parse(missingMonths)).pension).toHaveLength(3);
  });

  test("has no longer what was wrong, whatever its source called it", () => {
    const wrong = known({ pension: [months("2018-01", "2018-12", { id: "hrss-7" })] });
    const patch = FactPatch.parse({ fact: "pension", remove: [months("2018-01", "2018-12")] });

    expect(patched(wrong, patch).pension).toEqual([]);
  });

  test("is known where nothing was", () => {
    expect(patched(nothingKnown, FactPatch.parse(missingMonths)).pension).toMatchObject([{ from: "2019-03" }]);
    expect(patched(nothingKnown, { fact: "birthDate", value: date("1990-05-17") }).birthDate).toBe("1990-05-17");
  });

  test("a correction gives what it adds the review's id, so that it can be voided", () => {
    expect(correctionTo(missingMonths, before).patch).toMatchObject({ add: [{ id: "v-1" }] });
  });
});

describe("what a later report means for a correction of months", () => {
  const correction = correctionTo(missingMonths, before);
  const verdict = (pension: readonly object[] | null) => verdictOn(correction, known({ pension }));

  test("the same report again leaves it standing", () => {
    expect(verdict(before.pension)).toBe("stands");
  });

  test("a report of other months leaves it standing", () => {
    expect(verdict([months("2018-01", "2019-02"), months("2019-09", "2024-06")])).toBe("stands");
  });

  test("nothing known to the source leaves it standing", () => {
    expect(verdict(null)).toBe("stands");
  });

  test("the months reported retire it, however they are cut and whenever they were paid", () => {
    expect(verdict([months("2018-01", "2020-12")])).toBe("retires");
    expect(
      verdict([months("2019-01", "2019-05"), months("2019-06", "2019-08", { backpaid: true, paidOn: "2024-05-01" })]),
    ).toBe("retires");
  });

  test("a part of the months, or another kind of insurance in them, is for a person to decide", () => {
    expect(verdict([months("2018-01", "2019-05")])).toBe("contradicted");
    expect(verdict([months("2018-01", "2020-12", { kind: "resident" })])).toBe("contradicted");
    expect(verdict([months("2018-01", "2020-12", { province: "340000" })])).toBe("contradicted");
  });

  test("the edge of the months counts to the month", () => {
    expect(verdict([months("2019-03", "2019-08")])).toBe("retires");
    expect(verdict([months("2019-03", "2019-07")])).toBe("contradicted");
    expect(verdict([months("2019-04", "2019-08")])).toBe("contradicted");
  });
});

describe("what a later report means for a correction of what was wrong", () => {
  const wrong = months("2018-01", "2018-12", { kind: "resident" });
  const right = months("2018-01", "2018-12");
  const correction = correctionTo({ fact: "pension", add: [right], remove: [wrong] }, known({ pension: [wrong] }));

  test.each([
    ["still the wrong one", [wrong], "stands"],
    ["the right one", [right], "retires"],
    ["both", [right, wrong], "contradicted"],
    ["neither", [], "contradicted"],
  ])("%s", (_, pension, verdict) => {
    expect(verdictOn(correction, known({ pension }))).toBe(verdict);
  });
});

describe("a stretch of residence, a paper and a birth date", () => {
  test("a registration that goes on retires when the source says that it does", () => {
    const wrong = registered("2019-02-20", "2022-01-01");
    const patch = { fact: "residence", add: [registered("2019-02-20", null)], remove: [wrong] };
    const correction = correctionTo(patch, known({ residence: [wrong] }));
    const verdict = (...residence: readonly object[]) => verdictOn(correction, known({ residence }));

    expect(verdict(wrong)).toBe("stands");
    expect(verdict(registered("2019-02-20", null))).toBe("retires");
    // moved out meanwhile: nobody may go on counting
    expect(verdict(registered("2019-02-20", "2024-09-01"))).toBe("contradicted");
  });

  test("a diploma verified at last retires its correction, a revoked one does not", () => {
    const diploma = { level: "bachelor", obtainedOn: "2012-07-01", verified: false };
    const verified = { ...diploma, verified: true };
    const correction = correctionTo(
      { fact: "education", add: [verified], remove: [diploma] },
      known({ education: [diploma] }),
    );
    const verdict = (...education: readonly object[]) => verdictOn(correction, known({ education }));

    expect(verdict(diploma)).toBe("stands");
    expect(verdict(verified)).toBe("retires");
    expect(verdict({ ...verified, revokedOn: "2024-01-01" })).toBe("contradicted");
    expect(verdict(diploma, { ...verified, level: "master", obtainedOn: "2024-07-01" })).toBe("stands");
  });

  test("certificates are told apart by kind, level and day", () => {
    const special = { kind: "special-skill", issuedOn: "2020-01-01" };
    const skills = (...items: readonly object[]) => Facts.parse({ ...nothingKnown, skills: items });
    const correction = correctionTo({ fact: "skills", add: [special] }, skills());

    expect(verdictOn(correction, skills({ kind: "skill-level", level: 3, issuedOn: "2020-01-01" }))).toBe("stands");
    expect(verdictOn(correction, skills(special))).toBe("retires");
  });

  test("a birth date is one value", () => {
    const correction = correctionTo({ fact: "birthDate", value: "1990-05-17" }, known({ birthDate: "1990-05-07" }));
    const verdict = (birthDate: string) => verdictOn(correction, known({ birthDate }));

    expect(verdict("1990-05-07")).toBe("stands");
    expect(verdict("1990-05-17")).toBe("retires");
    expect(verdict("1991-05-17")).toBe("contradicted");
  });

  test("what the source said is kept only where the correction touches it", () => {
    const { before: kept } = correctionTo(missingMonths, known({ pension: [months("2019-08", "2019-12")] }));

    expect(kept).toHaveLength(1);
    expect(correctionTo(missingMonths, before).before).toEqual([]);
  });
});

describe("what a correction removes", () => {
  const resident = months("2023-01", "2023-06", { kind: "resident" });

  test.each([
    ["one month more than before", [months("2023-01", "2023-07", { kind: "resident" })], [["2023-07", "2023-07"]]],
    [
      "the same in two ranges",
      [months("2023-01", "2023-03", { kind: "resident" }), months("2023-04", "2023-06", { kind: "resident" })],
      [],
    ],
    [
      "months on both sides",
      [months("2022-11", "2023-08", { kind: "resident" })],
      [
        ["2022-11", "2022-12"],
        ["2023-07", "2023-08"],
      ],
    ],
  ])("is taken out of %s, whatever its source has made of it", (_, reported, left) => {
    const correction = correctionTo({ fact: "pension", remove: [resident] }, known({ pension: [resident] }));
    const now = known({ pension: reported });

    expect(verdictOn(correction, now)).toBe("stands");
    expect(patched(now, correction.patch).pension?.map(({ from, to }) => [from, to])).toEqual(left);
  });

  test("is a part of a stretch that goes on", () => {
    const open = registered("2019-02-20", null);
    const correction = correctionTo(
      { fact: "residence", remove: [registered("2021-01-01", "2021-03-01")] },
      known({ residence: [open] }),
    );

    expect(patched(known({ residence: [open] }), correction.patch).residence).toMatchObject([
      { from: "2019-02-20", to: "2021-01-01" },
      { from: "2021-03-01", to: null },
    ]);
  });

  test("has to be there as it is reported", () => {
    const now = known({ pension: [months("2023-01", "2023-06")] });
    const removes = (item: object) => removesWhatIsThere(now, FactPatch.parse({ fact: "pension", remove: [item] }));

    expect(removes(months("2023-02", "2023-03"))).toBe(true);
    expect(removes(months("2023-02", "2023-07"))).toBe(false);
    expect(removes(months("2023-02", "2023-03", { kind: "resident" }))).toBe(false);
    expect(removes(months("2023-02", "2023-03", { paidOn: "2024-01-01" }))).toBe(false);
  });
});

describe("when a month was paid", () => {
  const late = months("2023-01", "2023-06", { paidOn: "2027-01-01" });
  const right = months("2023-01", "2023-06", { paidOn: "2023-07-01" });
  const correction = correctionTo({ fact: "pension", add: [right], remove: [late] }, known({ pension: [late] }));

  test.each([
    ["the same wrong day", late, "stands"],
    ["the right day", right, "retires"],
    ["a third day", { ...right, paidOn: "2024-07-01" }, "contradicted"],
  ])("was contested: its source reports %s", (_, reported, verdict) => {
    expect(verdictOn(correction, known({ pension: [reported] }))).toBe(verdict);
  });
});
