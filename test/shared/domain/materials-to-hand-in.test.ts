import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { materialsToHandIn } from "#shared/domain/materials-to-hand-in.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import { aMaterial, materialId } from "#test/support/a-material.ts";

const today = date("2024-07-10");
const accepted = (number: number, deleteOn = "2024-07-31") =>
  aMaterial({ materialId: materialId(number), state: "accepted", deleteOn: date(deleteOn) });

const refusalOf = (ask: () => unknown) => {
  try {
    return ask();
  } catch (thrown) {
    return isRefusal(thrown) ? { code: thrown.code, ...thrown.details } : thrown;
  }
};

test("accepted materials of the person may be handed in, each once, in the order in which they are named", () => {
  const known = [accepted(1), accepted(2), accepted(3)];

  const handedIn = materialsToHandIn(known, [materialId(3), materialId(1), materialId(3)], today);

  expect(handedIn).toEqual([known[2], known[0]]);
});

test("ten a request and no more", () => {
  const numbers = Array.from({ length: 11 }, (_, at) => at);
  const known = numbers.map((number) => accepted(number));
  const ids = numbers.map(materialId);

  expect(materialsToHandIn(known, ids.slice(1), today)).toHaveLength(10);
  expect(refusalOf(() => materialsToHandIn(known, ids, today))).toEqual({
    code: "too-many-materials",
    limit: 10,
    per: "request",
  });
});

test("one that nobody knows, or that isn't accepted, is named with where it stands", () => {
  const known = [aMaterial({ state: "refused", reason: "empty" })];

  expect(refusalOf(() => materialsToHandIn(known, [materialId(9)], today))).toEqual({
    code: "material-unknown",
    materialId: materialId(9),
  });
  expect(refusalOf(() => materialsToHandIn(known, [materialId(1)], today))).toEqual({
    code: "material-not-accepted",
    materialId: materialId(1),
    state: "refused",
    reason: "empty",
  });
});

test("one that goes by tomorrow is not taken any more; the day before that it still is", () => {
  const at = (deleteOn: string) => refusalOf(() => materialsToHandIn([accepted(1, deleteOn)], [materialId(1)], today));

  expect(at("2024-07-12")).toHaveLength(1);
  for (const tooLate of ["2024-07-11", "2024-07-10"])
    expect(at(tooLate)).toMatchObject({ code: "material-not-accepted", state: "deleted" });
});
