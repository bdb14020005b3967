import { expect, test } from "vitest";
import { requireFit } from "#functions/review-submission/require-fit.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { Facts, nothingKnown } from "#shared/domain/facts.ts";

const range = (from: string, to: string, more: object = {}) => ({
  from,
  to,
  province: "330000",
  kind: "employee",
  ...more,
});
const known = Facts.parse({ ...nothingKnown, birthDate: "1990-05-17", pension: [range("2020-01", "2020-12")] });
const requiring = (patch: object) => () => requireFit(known, FactPatch.parse(patch));

test.each([
  ["months that are missing", { fact: "pension", add: [range("2019-01", "2019-03")] }],
  ["months that are missing in part", { fact: "pension", add: [range("2020-12", "2021-01")] }],
  ["another kind beside what is known", { fact: "pension", add: [range("2020-01", "2020-02", { kind: "flexible" })] }],
  ["an earlier day of payment", { fact: "pension", add: [range("2020-01", "2020-02", { paidOn: "2020-03-01" })] }],
  ["a part of a range taken away", { fact: "pension", remove: [range("2020-03", "2020-04")] }],
  ["another birth date", { fact: "birthDate", value: "1991-05-17" }],
])("%s fit", (_, patch) => {
  expect(requiring(patch)).not.toThrow();
});

test.each([
  ["months that are known already", { fact: "pension", add: [range("2020-02", "2020-03")] }, "review-changes-nothing"],
  ["the birth date that is known", { fact: "birthDate", value: "1990-05-17" }, "review-changes-nothing"],
  [
    "months taken away that are not there",
    { fact: "pension", remove: [range("2021-01", "2021-02")] },
    "invalid-request",
  ],
  ["more than is there taken away", { fact: "pension", remove: [range("2020-01", "2021-01")] }, "invalid-request"],
])("%s do not", (_, patch, code) => {
  expect(requiring(patch)).toThrow(code);
});
