import { expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { wronglyForeseen } from "#test/support/brute-force.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";
import { nastyStandards } from "#test/support/nasty-standards.ts";

test("4,500 other nasty dossiers change on exactly the days foreseen for ten years: 5,000 with those of every test run", () => {
  const seed = 1949;
  const standards = nastyStandards({ effectiveFrom: "2020-01-01", validUntil: "2035-12-31" });
  const span = { firstDay: day("2021-02-28"), lastDay: day("2031-02-28") };

  for (let number = 0; number < 4_500; number++) {
    const wrong = wronglyForeseen(standards, nastyPerson(seed, number), span);
    if (wrong) expect.fail(`nastyPerson(${seed}, ${number}): ${wrong}`);
  }
});
