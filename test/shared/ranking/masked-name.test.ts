import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PersonName } from "#shared/domain/person.ts";
import { maskedName } from "#shared/ranking/masked-name.ts";

const masked = (name: string): string => maskedName(PersonName.parse(name));

describe("a masked name", () => {
  test.each([
    ["张三", "张*"],
    ["张小三", "张*三"],
    ["欧阳锋", "欧阳*"],
    ["欧阳小锋", "欧阳*锋"],
    ["张王小三", "张*三"],
    ["阿卜杜拉·买买提", "阿*·*提"],
    ["阿卜杜拉•库尔班•买买提", "阿*·*提"],
    ["古丽·木", "古*·*"],
    ["𠮷田", "𠮷*"],
    ["张𠮷", "张*"],
    [" 张　小 三 ", "张*三"],
    ["Anna Lee", "A*e"],
  ])("of %s is %s", (name, shown) => expect(masked(name)).toBe(shown));

  test.each([
    ["欧阳", "欧*"],
    ["司马", "司*"],
  ])("of %s, too short for a compound surname, is %s", (name, shown) => expect(masked(name)).toBe(shown));

  test.each(["张", "·", "阿·", "·阿"])("of %s hides all of it", (name) => {
    expect(masked(name).replace("阿", "")).not.toMatch(/[^*·]/);
    expect(masked(name)).toContain("*");
  });

  test("never shows the whole, nor how long it is", () => {
    const characters = fc.constantFrom(..."张王欧阳司马三小锋阿买提·");
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 12 }), (name) => {
        const shown = masked(name.join(""));
        const own = name.filter((character) => character !== "·").length;

        expect(shown).toContain("*");
        expect(shown.replace(/[*·]/g, "").length).toBeLessThan(Math.max(own, 2));
        expect(shown.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 3000 },
    );
  });
});
