import { type AreaCode, isWithin } from "#shared/domain/area.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Jobs, JobWork } from "#shared/storage/jobs.ts";
import { scheduledJobId } from "./scheduled-job-id.ts";

/** Whom the standards concern that were put in force since the last completed change of rules; everyone if there was none. */
export const rulesWork = async (
  jobs: Pick<Jobs, "read">,
  { revision, published }: Pick<Standards, "revision" | "published">,
): Promise<JobWork> => {
  const followed = new Set(await standardsFollowed(jobs, revision));
  const areas = published.filter(({ digest }) => !followed.has(digest)).map(({ standard }) => standard.area);
  return {
    of: "rules",
    registryRevision: revision,
    areas: widest(areas),
    standards: published.map(({ digest }) => digest),
  };
};

const standardsFollowed = async (jobs: Pick<Jobs, "read">, before: number): Promise<readonly string[]> => {
  for (let revision = before - 1; revision > 0; revision--) {
    const job = await jobs.read(scheduledJobId.rules(revision));
    if (job?.state === "done" && job.work.of === "rules") return job.work.standards;
  }
  return [];
};

/** Each area once, and none that lies in another. */
const widest = (areas: readonly AreaCode[]): readonly AreaCode[] =>
  [...new Set(areas)].filter((area) => !areas.some((other) => other !== area && isWithin(area, other)));
