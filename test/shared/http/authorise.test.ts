import { describe, expect, test } from "vitest";
import type { Role } from "#shared/contract/roles.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { authorise, mayActIn, ownResident } from "#shared/http/authorise.ts";
import { type Claims, callerFrom } from "#shared/http/caller.ts";

const self = ResidentId.parse("r-0h7q3n5v9x2k4m6p8s1t3w5y7z");
const another = ResidentId.parse("r-11111111111111111111111111");

const area = (code: string): AreaCode => AreaCode.parse(code);

/** A caller of a call that every role may make. */
const aCaller = (claims: Claims) => callerFrom({ iss: "https://issuer.test", sub: "someone", ...claims });

describe("the claims of a token", () => {
  test("say who calls", () => {
    const caller = aCaller({
      role: "resident window",
      areas: "339901  339902",
      department: "hrss",
      resident_id: self,
    });

    expect(caller).toEqual({
      issuer: "https://issuer.test",
      subject: "someone",
      roles: ["resident", "window"],
      areas: ["339901", "339902"],
      department: "hrss",
      residentId: self,
    });
  });

  test("may say nothing", () => {
    expect(callerFrom({})).toEqual({
      issuer: "",
      subject: "",
      roles: [],
      areas: [],
      department: undefined,
      residentId: undefined,
    });
  });

  test("with unknown words among the roles leave the known ones", () => {
    expect(aCaller({ role: "admin operator Operator operators" }).roles).toEqual(["operator"]);
  });

  test.each(["[resident window operator]", "[operator]", ' ["operator"]', "operator,window", "OPERATOR"])(
    "(role %s) give no role",
    (role) => {
      expect(aCaller({ role }).roles).toEqual([]);
    },
  );

  test("without a subject give no role: nobody could be held to account", () => {
    expect(aCaller({ sub: undefined, role: "operator" }).roles).toEqual([]);
  });

  test("that are no texts say nothing", () => {
    const caller = aCaller({ role: ["operator"], areas: 330212, department: {}, resident_id: [self] });

    expect(caller).toMatchObject({ roles: [], areas: [], department: undefined, residentId: undefined });
  });

  test("with a malformed resident id name no resident", () => {
    expect(aCaller({ resident_id: `${self}0` }).residentId).toBeUndefined();
  });
});

describe("a role", () => {
  test("counts only where the call admits it", () => {
    expect(authorise(aCaller({ role: "resident operator" }), { roles: ["operator", "feed"] }).roles).toEqual([
      "operator",
    ]);
  });

  test("that the call does not admit is refused, and the needed ones are named", () => {
    expect(() => authorise(aCaller({ role: "feed" }), { roles: ["operator"] })).toThrow(
      expect.objectContaining({ code: "role-not-allowed", details: { roles: ["feed"], needed: ["operator"] } }),
    );
  });
});

describe("an area", () => {
  const inAreas = (areas: string, role = "window") => aCaller({ role, areas });

  test.each([
    ["itself", "330212"],
    ["its city", "330200"],
    ["its province", "330000"],
    ["one of several", "339901 330212"],
  ])("is the caller's by %s", (_, areas) => {
    expect(mayActIn(inAreas(areas), area("330212"))).toBe(true);
  });

  test.each([
    ["a rendered list", "[330212 330213]"],
    ["a rendered list with it in the middle", "[330211 330212 330213]"],
    ["a longer number that ends in it", "1330212"],
    ["a longer number that begins with it", "3302121"],
    ["a part of it", "3302"],
    ["its neighbour", "330213"],
    ["another city", "330100"],
    ["another province", "320000"],
    ["a county, when the person's area is the city", "330212", "330200"],
    ["commas", "330212,330213"],
    ["nothing", ""],
  ])("is not the caller's by %s", (_, areas, of = "330212") => {
    expect(mayActIn(inAreas(areas), area(of))).toBe(false);
  });

  test.each<[Role, boolean]>([
    ["window", true],
    ["verifier", true],
    ["feed", true],
    ["auditor", true],
    ["resident", false],
    ["operator", false],
    ["rule-maker", true],
    ["approver", true],
  ])("gives a %s leave to act in it: %s", (role, expected) => {
    expect(mayActIn(inAreas("330212", role), area("330212"))).toBe(expected);
  });
});

describe("a resident", () => {
  test("is themself and nobody else", () => {
    const caller = aCaller({ role: "resident", resident_id: self });

    expect([ownResident(caller, self), ownResident(caller, another)]).toEqual([true, false]);
  });

  test("is nobody without the claim, whatever their subject", () => {
    expect(ownResident(aCaller({ sub: self, role: "resident" }), self)).toBe(false);
  });

  test("is nobody where they call in another role", () => {
    expect(ownResident(aCaller({ role: "window", resident_id: self }), self)).toBe(false);
  });
});
