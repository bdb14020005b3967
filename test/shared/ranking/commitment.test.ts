import { describe, expect, test } from "vitest";
import { PersonName } from "#shared/domain/person.ts";
import { commitmentOf, nameSealOf } from "#shared/ranking/commitment.ts";
import { residentId } from "../../support/people.ts";

const salt = "b1".repeat(32);
const sealOf = (name: string, by = salt): string => nameSealOf(by, PersonName.parse(name));
const secret = { salt, nameSeal: sealOf("张小三"), residentId: residentId(1), values: [-750, "2020-05-01"] };

describe("a commitment", () => {
  test("is kept by whoever has salt and name, however they write it", () => {
    expect(commitmentOf({ ...secret, nameSeal: sealOf(" 张　小三") })).toBe(commitmentOf(secret));
  });

  test.each([
    ["another name", { nameSeal: sealOf("张小四") }],
    ["another salt", { salt: "b2".repeat(32), nameSeal: sealOf("张小三", "b2".repeat(32)) }],
    ["another person of that name", { residentId: residentId(2) }],
    ["another value", { values: [-750, "2020-05-02"] }],
    ["values in another order", { values: ["2020-05-01", -750] }],
    ["a value more", { values: [-750, "2020-05-01", 0] }],
  ])("is another for %s", (_, differing) => {
    expect(commitmentOf({ ...secret, ...differing })).not.toBe(commitmentOf(secret));
  });

  test("cannot be found by trying names, without the salt", () => {
    expect(sealOf("张小三", "")).not.toBe(secret.nameSeal);
    expect(commitmentOf(secret)).toMatch(/^[0-9a-f]{64}$/);
  });
});
