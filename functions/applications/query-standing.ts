import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { queryStandingEndpoint, Standing } from "#shared/contract/query-standing.ts";
import type { Application } from "#shared/domain/application.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { decimal, exactPoints, type Points } from "#shared/domain/points.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Applications } from "#shared/storage/applications.ts";
import { recomputedThroughOf } from "#shared/storage/recomputed-through.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { type LinesReading, linesOfYearBefore, listingOfRound } from "./lines-read.ts";

interface Querying extends LinesReading {
  readonly applications: Pick<Applications, "read">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly scores: Pick<Scores, "read">;
  readonly standards: Standards;
  readonly today: () => CalendarDate;
}

/** 排名查询: where one stands, how far from the line, and last year's line. */
export const queryStanding =
  (querying: Querying) =>
  async ({ params, caller }: Call<typeof queryStandingEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const { applications, residents, programmes, listings, today } = querying;
    await visiblePerson(residents, caller, residentId, today());
    const application = await applications.read(applicationNumber);
    if (application?.residentId !== residentId) throw new Refusal("application-unknown", { applicationNumber });
    const programme = await programmes.read(application.programmeId);
    if (!programme) throw new Error("an application is for no programme");

    const listing = await listingOfRound(querying, programme, application.round);
    const [ranked, yearBefore, now] = await Promise.all([
      listing && listings.entry(listing.listingId, listing.revision, applicationNumber),
      linesOfYearBefore(querying, programme),
      pointsToday(querying, application),
    ]);
    const points = ranked ? ranked.entry.points : now;
    const isAgainst = (line: Points | undefined) => ({
      line: line === undefined ? null : decimal(line),
      distance: line === undefined || points === null ? null : decimal((points - line) as Points),
    });
    const { threshold, scoreAsOf } = programme.terms;
    const standing: Standing = {
      applicationNumber,
      state: application.state,
      points: points === null ? null : decimal(points),
      pointsAsOf: ranked ? scoreAsOf : today(),
      isRanked: ranked !== undefined,
      position: ranked?.entry.position ?? null,
      place: ranked?.entry.place ?? null,
      result: ranked?.entry.result ?? null,
      threshold: threshold === null ? null : isAgainst(exactPoints(threshold)),
      wishes: application.wishes.map((offer) => ({
        offer,
        ...isAgainst(ranked ? listing?.lines?.[offer] : undefined),
        lastYear: yearBefore && isAgainst(yearBefore[offer]),
      })),
    };
    return { status: 200, body: standing };
  };

/** Of two adults the better; nothing where no score counts today. */
const pointsToday = async (
  { residents, scores, standards, today }: Pick<Querying, "residents" | "scores" | "standards" | "today">,
  { residentId, partner }: Application,
): Promise<Points | null> => {
  const adults = partner === undefined ? [residentId] : [residentId, partner];
  const totals = await Promise.all(
    adults.map(async (adult) => {
      const known = await residents.readSubject(adult);
      if (!known) return [];
      const result = scoreOn(standards, known.subject, dayOf(today()), await recomputedThroughOf(scores, known));
      return result.status === "effective" ? [result.effectiveTotal] : [];
    }),
  );
  return totals.flat().sort((one, other) => other - one)[0] ?? null;
};
