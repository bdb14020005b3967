import { describe, expect, test } from "vitest";
import { birthDateIn, checkDigitOf, IdentityNumber } from "#shared/domain/identity-number.ts";

// the specimen that GB 11643 itself prints
const specimen = "11010519491231002X";

const problemsOf = (number: string): readonly string[] =>
  IdentityNumber.safeParse(number).error?.issues.map(({ message }) => message) ?? [];

describe("an identity number", () => {
  test("has the check digit of the standard's own specimen", () => {
    expect(problemsOf(specimen)).toEqual([]);
    expect(checkDigitOf(specimen)).toBe("X");
  });

  test("holds the birth date", () => {
    expect(birthDateIn(IdentityNumber.parse(specimen))).toBe("1949-12-31");
  });

  test("notices every single wrong digit", () => {
    for (let place = 0; place < 17; place++) {
      for (const digit of "0123456789") {
        const wrong = `${specimen.slice(0, place)}${digit}${specimen.slice(place + 1)}`;

        expect(IdentityNumber.safeParse(wrong).success).toBe(wrong === specimen);
      }
    }
  });

  test("notices two neighbours in the wrong order", () => {
    for (let place = 0; place < 16; place++) {
      const swapped = `${specimen.slice(0, place)}${specimen[place + 1]}${specimen[place]}${specimen.slice(place + 2)}`;

      expect(IdentityNumber.safeParse(swapped).success).toBe(swapped === specimen);
    }
  });

  test.each([
    ["11010519491231002", "must be 17 digits and a check digit 0-9 or X"],
    ["11010519491231002x", "must be 17 digits and a check digit 0-9 or X"],
    ["1101051949123100２X", "must be 17 digits and a check digit 0-9 or X"],
    [withCheckDigit("11010519490229002"), "holds a birth date that does not exist"],
    ["110105194912310021", "has a wrong check digit"],
  ])("%s is refused: %s", (number, problem) => {
    expect(problemsOf(number)).toContain(problem);
  });
});

function withCheckDigit(first17: string): string {
  return `${first17}${checkDigitOf(first17)}`;
}
