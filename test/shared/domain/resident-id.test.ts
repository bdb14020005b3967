import { expect, test } from "vitest";
import { ResidentId } from "#shared/domain/resident-id.ts";

test("a resident's id is opaque: r- and 26 small letters or digits", () => {
  expect(ResidentId.safeParse("r-0h7q3n5v9x2k4m6p8s1t3w5y7z").success).toBe(true);
});

test.each(["", "r-", "0h7q3n5v9x2k4m6p8s1t3w5y7z", "r-0H7Q3N5V9X2K4M6P8S1T3W5Y7Z", "11010519491231002X"])(
  "%j is no resident's id",
  (id) => {
    expect(ResidentId.safeParse(id).success).toBe(false);
  },
);
