import { createHash } from "node:crypto";
import type { EntrySecret, ListingEntry } from "#shared/domain/listing.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { PersonName } from "#shared/domain/person.ts";
import type { Points } from "#shared/domain/points.ts";
import { commitmentOf, nameSealOf } from "#shared/ranking/commitment.ts";
import { countsOf } from "#shared/ranking/counts-of.ts";
import { exportEnd, exportHead, exportLine, type ListingHead, listingDigest } from "#shared/ranking/listing-export.ts";
import { maskedName } from "#shared/ranking/masked-name.ts";
import { rank } from "#shared/ranking/rank.ts";
import { tieBreakValues } from "#shared/ranking/tie-break-values.ts";
import { programmeId, someTerms } from "./a-programme.ts";
import { applicationNumber, frozenScore } from "./an-application.ts";
import type { Chance } from "./chance.ts";
import { residentId } from "./people.ts";

export const seed = { seed: "03-07-12-19-26-30+05", source: "福彩双色球2024年5月26日开奖号码" };

/** A listing as it would be settled: forty places at two schools, few different points, so that many tie. */
export const listed = (
  chance: Chance,
  people: number,
  terms = someTerms({
    threshold: 17,
    tieBreaks: [{ by: "indicator", layer: "province", code: "age" }, { by: "registered-earlier" }, { by: "lot" }],
    offers: ["east", "west"].map((code, at) => ({ code, name: { zh: code, en: code }, places: 30 - 20 * at })),
  }),
) => {
  const names = ["张三", "张小三", "欧阳锋", "阿卜杜拉·买买提"].map((name) => PersonName.parse(name));
  const applied = chance.several(people, (at) => {
    const values = tieBreakValues(
      terms,
      seed.seed,
      { applicationNumber: applicationNumber(at + 1), appliedAt: `2024-05-07T0${at % 10}:00:00.000Z` },
      frozenScore({
        lines: [{ layer: "province", code: "age", points: (500 * chance.between(1, 2)) as Points }],
        ...(chance.percent(10) && { registeredOn: null }),
      }),
    );
    const points = chance.percent(5) ? null : ((1500 + 25 * chance.between(0, 30)) as Points);
    const salt = createHash("sha256").update(`salt of ${at}`).digest("hex");
    return {
      candidate: {
        applicationNumber: applicationNumber(at + 1),
        points,
        values: points === null ? [] : values,
        wishes: chance.oneOf(["east", "west"], ["west", "east"], ["east"]),
      },
      name: chance.oneOf(names[0] as PersonName, ...names.slice(1)),
      residentId: residentId(at + 1),
      salt,
    };
  });
  const ranked = rank(
    terms,
    undefined,
    applied.map(({ candidate }) => candidate),
  );
  const rows = ranked.map((line): { readonly entry: ListingEntry; readonly secret: EntrySecret } => {
    const own = applied.find(({ candidate }) => candidate.applicationNumber === line.applicationNumber);
    if (!own) throw new Error("ranked, but not applied");
    const { candidate, name, salt, residentId: resident } = own;
    const nameSeal = nameSealOf(salt, name);
    const secret = { residentId: resident, salt, nameSeal, values: candidate.values };
    return {
      entry: { ...line, maskedName: maskedName(name), commitment: commitmentOf(secret) },
      secret: { applicationNumber: candidate.applicationNumber, ...secret },
    };
  });
  const head: ListingHead = {
    listingId: ListingId.parse(`n-${"1".padStart(26, "0")}`),
    programmeId: programmeId(1),
    round: 1,
    revision: 1,
    counts: countsOf(ranked),
    terms,
    seed,
  };
  return { head, rows };
};

export type Listed = ReturnType<typeof listed>;

/** What the public gets, or an auditor. */
export const exportOf = ({ head, rows }: Listed, audience: "public" | "auditor" = "public"): string =>
  [
    exportHead(head),
    ...rows.map(({ entry, secret: { applicationNumber: _, ...secret } }) =>
      exportLine(entry, audience === "auditor" ? secret : undefined),
    ),
    exportEnd(digestOf({ head, rows })),
  ].join("");

export const digestOf = ({ head, rows }: Listed): string =>
  listingDigest(
    head,
    rows.map(({ entry }) => entry),
  );
