import { createHash } from "node:crypto";
import type { ApplicationNumber, FrozenScore } from "#shared/domain/application.ts";
import { date } from "#shared/domain/calendar.ts";
import { type EntrySecret, type ListingEntry, ListingId } from "#shared/domain/listing.ts";
import { PersonName } from "#shared/domain/person.ts";
import type { Points } from "#shared/domain/points.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { commitmentOf, nameSealOf } from "#shared/ranking/commitment.ts";
import { countsOf } from "#shared/ranking/counts-of.ts";
import { exportEnd, exportHead, exportLine, type ListingHead, listingDigest } from "#shared/ranking/listing-export.ts";
import { maskedName } from "#shared/ranking/masked-name.ts";
import { type Ranked, rank } from "#shared/ranking/rank.ts";
import { tieBreakValues } from "#shared/ranking/tie-break-values.ts";
import { verifyExport } from "#shared/ranking/verify-export.ts";
import { programmeId, someTerms } from "../support/a-programme.ts";
import type { Kept } from "./kept.ts";
import { seededRandom } from "./seeded-random.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { table } from "./table.ts";

/** A whole city's applicants, ranked, masked, committed to, and ranked again from the export. */
export const rankingBench = async (): Promise<readonly Kept[]> => {
  const taken: Record<Work, number[]> = { rank: [], write: [], verify: [], audit: [] };
  let differences = 0;
  for (let round = 0; round < rounds; round += 1) {
    const ranked = timed(taken.rank, () => rankAll());
    const { head, rows } = timed(taken.write, () => written(ranked));
    const [open, audited] = [textOf(head, rows, false), textOf(head, rows, true)];
    differences += timed(taken.verify, () => verifyExport(open)).differences.length;
    differences += timed(taken.audit, () => verifyExport(audited)).differences.length;
  }
  const spreads = Object.entries(taken).map(([work, times]) => [work as Work, spreadOf(times)] as const);
  console.log(
    table(
      [`${size.toLocaleString("en")} applicants`, "seconds", "range"],
      spreads.map(([work, { median, minimum, maximum }]) => [
        descriptions[work],
        seconds(median),
        `${seconds(minimum)}–${seconds(maximum)}`,
      ]),
    ),
  );
  console.log(`\n${rounds} rounds; medians of what the process took of all cores\n`);
  return [
    under("50,000 ranked in less than a second, every lot drawn", spreadOf(taken.rank), 1000),
    under("50,000 ranked again from a public export in less than 10 seconds", spreadOf(taken.verify), 10_000),
    { promise: "every export agrees", figure: `${differences} differences`, isKept: differences === 0 },
  ];
};

const size = 50_000;
const rounds = 5;
const seed = { seed: "03-07-12-19-26-30+05", source: "a public draw" };

type Work = "rank" | "write" | "verify" | "audit";

const descriptions = {
  rank: "tie-breaks, lots and ranking",
  write: "masked names, seals, commitments, digest",
  verify: "the public export read and ranked again",
  audit: "the auditor's, every commitment with it",
} as const satisfies Record<Work, string>;

const offers = Array.from({ length: 40 }, (_, at) => `school-${at}`);
const terms = someTerms({
  threshold: 20,
  wishes: 3,
  tieBreaks: [{ by: "indicator", layer: "province", code: "age" }, { by: "registered-earlier" }, { by: "lot" }],
  offers: offers.map((code) => ({ code, name: { zh: code, en: code }, places: 500 })),
});

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const { between } = seededRandom(5);
const letter = (): string => letters[between(0, letters.length - 1)] ?? "0";
const group = (): string => Array.from({ length: 4 }, letter).join("");

const applicants = Array.from({ length: size }, (_, at) => ({
  applicationNumber: `A-${group()}-${group()}-${group()}-${group()}` as ApplicationNumber,
  appliedAt: "2024-05-07T02:00:00.000Z",
  residentId: `r-${`${at}`.padStart(26, "0")}` as ResidentId,
  // quarters of a point, so that some fifty people have the same number of them
  points: (25 * between(0, 1000)) as Points,
  frozen: {
    lines: [{ layer: "province", code: "age", points: (100 * between(1, 5)) as Points }],
    registeredOn: date(`20${between(10, 23)}-0${between(1, 9)}-${between(10, 28)}`),
  } satisfies Pick<FrozenScore, "lines" | "registeredOn">,
  wishes: [0, 13, 26].map((step) => offers[(at * 7 + step) % offers.length] ?? ""),
}));
const byNumber = new Map(applicants.map((one) => [one.applicationNumber, one]));
const names = ["张三", "张小三", "欧阳锋", "阿卜杜拉·买买提"].map((name) => PersonName.parse(name));

const valuesOf = (one: (typeof applicants)[number]) => tieBreakValues(terms, seed.seed, one, one.frozen);

const rankAll = (): readonly Ranked[] =>
  rank(
    terms,
    undefined,
    applicants.map((one) => ({ ...one, values: valuesOf(one) })),
  );

interface Row {
  readonly entry: ListingEntry;
  readonly secret: Omit<EntrySecret, "applicationNumber">;
}

const written = (ranked: readonly Ranked[]): { readonly head: ListingHead; readonly rows: readonly Row[] } => {
  const rows = ranked.map((line, at): Row => {
    const one = byNumber.get(line.applicationNumber);
    const name = names[at % names.length];
    if (!one || !name) throw new Error("ranked, but not applied");
    const salt = createHash("sha256").update(line.applicationNumber).digest("hex");
    const secret = { residentId: one.residentId, salt, nameSeal: nameSealOf(salt, name), values: valuesOf(one) };
    return { entry: { ...line, maskedName: maskedName(name), commitment: commitmentOf(secret) }, secret };
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
  listingDigest(
    head,
    rows.map(({ entry }) => entry),
  );
  return { head, rows };
};

const textOf = (head: ListingHead, rows: readonly Row[], isAudit: boolean): string => {
  const lines = rows.map(({ entry, secret }) => exportLine(entry, isAudit ? secret : undefined));
  const digest = listingDigest(
    head,
    rows.map(({ entry }) => entry),
  );
  return [exportHead(head), ...lines, exportEnd(digest)].join("");
};

const timed = <Result>(times: number[], work: () => Result): Result => {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  times.push((user + system) / 1000);
  return result;
};

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

const under = (promise: string, { median }: Spread, most: number): Kept => ({
  promise,
  figure: `${seconds(median)} s`,
  isKept: median < most,
});
