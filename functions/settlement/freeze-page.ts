import type { Application, ApplicationStep } from "#shared/domain/application.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { adultsOf } from "#shared/settlement/adults-of.ts";
import { freezingOf } from "#shared/settlement/freezing.ts";
import type { Settling } from "./settling.ts";
import { takeApplicationSteps } from "./take-application-steps.ts";
import type { PageWorked } from "./work-part.ts";

/** Copies what each application of a page is ranked by into it: the result, and from which dossier and rules it comes. */
export const freezePage =
  (settling: Settling, programme: Programme, shard: string) =>
  async (cursor: string | undefined): Promise<PageWorked> => {
    const { programmeId, round, run } = programme;
    const page = await settling.applications.ofRound(programmeId, round, shard, { limit: settling.pageSize, cursor });
    const stepOf = async (application: Application): Promise<ApplicationStep | undefined> => {
      if (!isToBeFrozen(application, run)) return undefined;
      const freezing = freezingOf(application, programme.terms, await adultsOf(settling, programme, application));
      switch (freezing.becomes) {
        case "frozen":
          return { type: "frozen", run, scores: freezing.scores };
        case "left-out":
          return { type: "left-out", run, reason: freezing.reason };
        case "undecided":
          return undefined;
      }
    };
    const after = await takeApplicationSteps(settling, programme, page.entries, stepOf);
    return { cursor: page.cursor, counts: countsOf(after, run) };
  };

/** Those that are withdrawn or not eligible take no part, and those of this run are done. */
const isToBeFrozen = ({ state, run: doneIn }: Application, run: number): boolean =>
  state === "submitted" ||
  state === "material-asked" ||
  state === "accepted" ||
  ((state === "frozen" || state === "left-out") && doneIn !== run);

const countsOf = (applications: readonly Application[], run: number) => {
  const count = (holds: (application: Application) => boolean): number => applications.filter(holds).length;
  return {
    frozen: count(({ state }) => state === "frozen"),
    leftOut: count(({ state }) => state === "left-out"),
    undecided: count((application) => isToBeFrozen(application, run)),
  };
};
