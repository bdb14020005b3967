import { describe, expect, test } from "vitest";
import { date, dateOf, day, never } from "#shared/domain/calendar.ts";
import { type DecodedFacts, turnAfter } from "#shared/domain/decoded-facts.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident } from "#test/support/a-resident.ts";

const decoded = ({ dossier }: { readonly dossier: Parameters<typeof subjectOf>[0] }): DecodedFacts =>
  subjectOf(dossier).facts;

describe("decoded facts", () => {
  test("name what nothing is known of, and not what is known to be none", () => {
    expect(decoded(aResident()).missing).toEqual([]);
    expect(decoded(aResident().withNothingKnownOf("birthDate", "pension")).missing).toEqual(["birthDate", "pension"]);
  });

  test("call a paper by its category", () => {
    const { papers } = decoded(
      aResident().withDiploma("bachelor").withCertificate("title:middle").withCertificate("special-skill"),
    );

    expect(papers.education.map(({ category }) => category)).toEqual(["bachelor"]);
    expect(papers.skills.map(({ category }) => category)).toEqual(["title:middle", "special-skill"]);
  });

  test("let a paper count until it is revoked or voided, whichever is first", () => {
    const resident = aResident()
      .withDiploma("bachelor", "2010-07-01", { id: "d1" })
      .withDiploma("master", "2012-07-01", { id: "d2" })
      .whoseFactWasVoided("d1", "2024-06-01")
      .whoseFactWasVoided("d1", "2024-05-01")
      .whoseFactWasVoided("d3", "2024-04-01");

    const { papers, bars } = decoded(resident);

    expect(papers.education.map(({ until }) => until)).toEqual([day("2024-05-01"), never]);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [day("2024-04-01"), never],
      [day("2024-05-01"), never],
      [day("2024-06-01"), never],
    ]);
  });

  test("are in order of their beginning", () => {
    const resident = aResident().withPension("2024-01", "2024-02").withPension("2020-01", "2020-02");

    const { pension } = decoded(resident);

    expect(pension[0]?.from).toBeLessThan(pension[1]?.from ?? 0);
  });

  test("tell from when to when the permit was suspended", () => {
    const resident = aResident()
      .whosePermitWas("suspended", "2024-01-01")
      .whosePermitWas("restored", "2024-03-01")
      .whosePermitWas("suspended", "2024-05-01");

    expect(decoded(resident).suspensions).toEqual([
      { from: day("2024-01-01"), to: day("2024-03-01") },
      { from: day("2024-05-01"), to: never },
    ]);
  });
});

describe("the days on which some fact begins or ends to count", () => {
  test("are all there, and never comes after the last", () => {
    const resident = aResident()
      .bornOn("1990-05-05")
      .withDiploma("bachelor", "2031-07-01", { revokedOn: date("2032-01-01") })
      .withCertificate("title:middle", "2033-02-02", { id: "s1" })
      .whoseFactWasVoided("s1", "2034-03-03")
      .withPension("2035-04", "2035-06", { paidOn: "2036-05-05" })
      .registered("2037-06-06", "2038-07-07")
      .sanctioned("2039-08-08", "2040-09-09")
      .whosePermitWas("suspended", "2041-10-10");
    const facts = decoded(resident);

    const turns: string[] = [];
    for (let turn = turnAfter(facts, day("2030-01-01")); turn !== never; turn = turnAfter(facts, turn)) {
      turns.push(dateOf(turn));
    }

    expect(turns).toEqual([
      "2031-07-01",
      "2032-01-01",
      "2033-02-02",
      "2034-03-03",
      "2035-04-01",
      "2036-05-05",
      "2037-06-06",
      "2038-07-07",
      "2039-08-08",
      "2040-09-09",
      "2041-10-10",
    ]);
  });
});
