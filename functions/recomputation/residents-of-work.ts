import { type AreaCode, coveringAreas } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { JobWork } from "#shared/storage/jobs.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Page, PageRequest, Scores } from "#shared/storage/scores.ts";
import type { Shard } from "#shared/storage/shards.ts";

export interface Indexes {
  readonly residents: Pick<Residents, "inShard">;
  readonly scores: Pick<Scores, "due" | "inArea">;
}

/**
 * Whom mass work is for, page by page, in one shard. The indexes move while they are walked: whoever was recomputed
 * as of today leaves the days that a night asks for, and whoever moves to an area already passed was recomputed for that.
 */
export const residentsOf = (
  { residents, scores }: Indexes,
  work: JobWork,
  shard: Shard,
): ((request: PageRequest) => Promise<Page<ResidentId>>) => {
  const everyone = (request: PageRequest) => residents.inShard(shard, request);
  switch (work.of) {
    case "resident":
      return async () => ({ entries: [work.residentId] });
    case "night":
    case "due":
      return (request) => scores.due(shard, work.day, request);
    case "sweep":
    case "everyone":
      return everyone;
    case "rules":
      return work.areas.some(isProvince) ? everyone : inAreas(scores, work.areas.flatMap(countiesIn), shard);
    case "area":
      return isProvince(work.area) ? everyone : inAreas(scores, countiesIn(work.area), shard);
  }
};

const isProvince = (area: AreaCode): boolean => coveringAreas(area).length === 1;

/** A county's own code; of a city all codes that begin as it does, for an empty one costs a query of nothing. */
const countiesIn = (area: AreaCode): readonly AreaCode[] =>
  coveringAreas(area).length === 2
    ? Array.from({ length: 100 }, (_, county) => `${area.slice(0, 4)}${`${county}`.padStart(2, "0")}` as AreaCode)
    : [area];

/** One area after the other; a cursor says in which one a page ended and where there. */
const inAreas =
  (scores: Pick<Scores, "inArea">, areas: readonly AreaCode[], shard: Shard) =>
  async ({ limit, cursor = `${areas[0]}/` }: PageRequest): Promise<Page<ResidentId>> => {
    const [begun, place] = cursor.split("/");
    const open = areas.slice(areas.indexOf(begun as AreaCode));
    for (const [at, area] of open.entries()) {
      const within = area === begun && place ? { limit, cursor: place } : { limit };
      const page = await scores.inArea(area, shard, within);
      if (page.cursor !== undefined) return { entries: page.entries, cursor: `${area}/${page.cursor}` };
      const next = open[at + 1];
      if (page.entries.length > 0) return { entries: page.entries, ...(next && { cursor: `${next}/` }) };
    }
    return { entries: [] };
  };
