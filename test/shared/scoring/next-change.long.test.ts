import { expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { wronglyForeseen } from "#test/support/brute-force.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";
import { nastyStandards } from "#test/support/nasty-standards.ts";

test("5,000 other nasty dossiers change on exactly the days foreseen for eleven years", () => {
  const seed = 1949;
  const standards = nastyStandards({ effectiveFrom: "2020-01-01", validUntil: "2035-12-31" });
  const span = { firstDay: day("2019-12-01"), lastDay: day("2030-12-31") };

  for (let number = 0; number < 5_000; number++) {
    const wrong = wronglyForeseen(standards, nastyPerson(seed, number), span);
    if (wrong) expect.fail(`nastyPerson(${seed}, ${number}): ${wrong}`);
  }
});
