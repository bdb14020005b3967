import { createHash } from "node:crypto";
import type { Application } from "#shared/domain/application.ts";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { type Candidate, type Ranked, rank } from "#shared/ranking/rank.ts";
import { type TieBreakValue, tieBreakValues } from "#shared/ranking/tie-break-values.ts";
import { shards } from "#shared/storage/shards.ts";
import type { Settling } from "./settling.ts";

/** What a ranking came to, and what is behind each line. */
export interface Ranking {
  /** The same ranking is always the same listing; another one is another. */
  readonly listingId: ListingId;
  readonly ranked: readonly Ranked[];
  readonly behind: ReadonlyMap<string, Behind>;
}

export interface Behind {
  readonly residentId: Application["residentId"];
  readonly values: readonly TieBreakValue[];
}

/** Ranks all that was frozen in the run of the programme, and whoever was left out behind them. */
export const rankingOf = async (settling: Settling, programme: Programme): Promise<Ranking> => {
  const { programmeId, round, run, terms, left } = programme;
  const behind = new Map<string, Behind>();
  const candidates: Candidate[] = [];
  for (const shard of shards) {
    let cursor: string | undefined;
    do {
      const page = await settling.applications.ofRound(programmeId, round, shard, { limit: mostAtOnce, cursor });
      for (const application of await settling.applications.readMany(page.entries)) {
        const candidate = candidateOf(programme, application);
        if (!candidate) continue;
        candidates.push(candidate);
        const { residentId } = application;
        behind.set(application.applicationNumber, { residentId, values: candidate.values });
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  const ranked = rank(terms, left, candidates);
  return { listingId: idOf({ programmeId, round, run, ranked }), ranked, behind };
};

const mostAtOnce = 500;

const candidateOf = ({ run, terms, seed }: Programme, application: Application): Candidate | undefined => {
  const { applicationNumber, wishes, state, frozen, run: frozenIn } = application;
  if (frozenIn !== run) return undefined;
  if (state === "left-out") return { applicationNumber, wishes, points: null, values: [] };
  const [score] = frozen ?? [];
  if (state !== "frozen" || !score) return undefined;
  if (!seed) throw new Error("a programme is ranked without a seed");
  return {
    applicationNumber,
    wishes,
    points: score.total,
    values: tieBreakValues(terms, seed.seed, application, score),
  };
};

const idOf = (content: unknown): ListingId => {
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  return ListingId.parse(`n-${BigInt(`0x${hash}`).toString(36).padStart(50, "0").slice(-26)}`);
};
