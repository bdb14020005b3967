import type { Call } from "#shared/contract/endpoint.ts";
import type { queryScoreEndpoint } from "#shared/contract/query-score.ts";
import type { ScoreAnswer, ScoreExcerpt } from "#shared/contract/score-answer.ts";
import { dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { freshness } from "#shared/scoring/freshness.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";
import type { FeedDays } from "#shared/storage/feed-days.ts";
import { recomputedThroughOf } from "#shared/storage/recomputed-through.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { excerptFor } from "./excerpt.ts";
import { type Hastening, hastenRecomputation } from "./hasten-recomputation.ts";
import { mayRead, viewOf } from "./view.ts";
import { warningsOf } from "./warnings.ts";

interface Querying extends Hastening {
  readonly residents: Pick<Residents, "read" | "readChanges">;
  readonly scores: Pick<Scores, "read">;
  readonly feedDays: Pick<FeedDays, "lastHeard">;
  readonly standards: Standards;
}

/** 积分查询: scores the dossier as it stands, on the day asked. A stored score is never the source of the answer. */
export const queryScore = (querying: Querying) => {
  const { residents, scores, feedDays, standards, today } = querying;
  return async ({
    params: { residentId },
    query,
    caller,
  }: Call<typeof queryScoreEndpoint>): Promise<{ status: 200; body: ScoreAnswer | ScoreExcerpt }> => {
    const view = viewOf(caller, residentId);
    const now = today();
    const asOf = query.asOf ?? now;
    const dossier = await residents.read(residentId);
    const subject = dossier && subjectOf(dossier);
    if (!subject || !mayRead(caller, residentId, areaOf(subject, dayOf(now)))) {
      throw new Refusal("resident-unknown", { residentId });
    }
    const [recomputedThrough, lastHeard] = await Promise.all([
      recomputedThroughOf(scores, { residentId, subject }),
      feedDays.lastHeard(areaOf(subject, dayOf(now))),
    ]);

    const result = scoreOn(standards, subject, dayOf(asOf), recomputedThrough);
    if (result.status === "pending-recompute" && asOf === now) {
      await hastenRecomputation(querying, { residentId, version: dossier.version, subject });
    }
    const { provenance, stale } = freshness(dossier, lastHeard, result.standard, asOf < now ? asOf : now);
    const answer: ScoreAnswer = {
      residentId,
      ...scoreSheet({ standards, subject, result, recomputedThrough, provenance }),
      stale,
      warnings: warningsOf(dossier, subject, asOf),
      basis: { dossierVersion: dossier.version, registryRevision: standards.revision, asOf },
    };
    return { status: 200, body: view === "everything" ? answer : excerptFor(view, answer) };
  };
};
