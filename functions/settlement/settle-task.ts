import type { Programme } from "#shared/domain/programme.ts";
import { type PartTask, RankedFor, type SettlementTask } from "#shared/domain/settlement.ts";
import { log } from "#shared/runtime/log.ts";
import { fillPlaces } from "./fill-places.ts";
import { finalise } from "./finalise.ts";
import { freezePage } from "./freeze-page.ts";
import { grantPages } from "./grant-pages.ts";
import { nextTasks } from "./next-tasks.ts";
import { publishListing } from "./publish-listing.ts";
import { rankPages } from "./rank-pages.ts";
import { type SettledRun, settledRuns } from "./settled-run.ts";
import type { Settling } from "./settling.ts";
import { workPart } from "./work-part.ts";

/** Works one task of the settlement queue as far as a slice goes, and sends what comes next. Done twice it is done once. */
export const settleTask =
  (settling: Settling) =>
  async (task: SettlementTask): Promise<void> => {
    if (task.of === "application") return followApplication(settling, task.applicationNumber);
    const programme = await settling.programmes.read(task.programmeId);
    if (!programme) throw new Error("a programme is settled that there is not");
    switch (task.phase) {
      case "freeze":
      case "rank":
      case "publish":
        return isBeingRanked(programme, task) ? rankFurther(settling, programme, task) : tooLate(task);
      case "grant":
      case "fill": {
        const run = await settledRun(settling, programme, task.run);
        return run ? grantFurther(settling, programme, { task, run }) : tooLate(task);
      }
    }
  };

/** Ranked once more in the meantime, or done: a task may come late, or twice. */
const tooLate = ({ programmeId, phase, part }: PartTask): void =>
  log.info("settlement-task-dropped", { programmeId, shard: `${phase}#${part}` });

const isBeingRanked = ({ run, state }: Programme, task: PartTask): boolean =>
  run === task.run &&
  (state === "settling" || (state === "preview" && task.phase !== "freeze" && task.part === "public"));

const rankFurther = async (settling: Settling, programme: Programme, task: PartTask): Promise<void> => {
  const { settlements, queue } = settling;
  if (task.phase === "publish") {
    const { of, ...place } = task;
    const ranked = await settlements.readPart({ ...place, phase: "rank" });
    if (!ranked?.listingId) throw new Error("a listing is published that was not ranked");
    return publishListing(settling, programme, { listingId: ranked.listingId, rankedFor: RankedFor.parse(task.part) });
  }
  const before = await settlements.readPart(task);
  const workPage = before?.done
    ? nothingLeft
    : task.phase === "freeze"
      ? freezePage(settling, programme, task.part)
      : await rankPages(settling, programme);
  if (!(await workPart(settling, task, workPage))) return;
  const next = nextTasks(programme, await settlements.readParts(task.programmeId, task.run));
  // the other shards have tasks of their own
  await queue.send(next.filter(({ phase }) => phase !== "freeze"));
};

interface Granting {
  readonly task: PartTask;
  readonly run: SettledRun;
}

const grantFurther = async (settling: Settling, programme: Programme, { task, run }: Granting): Promise<void> => {
  if (task.phase === "grant") {
    if (!(await workPart(settling, task, await grantPages(settling, programme, run)))) return;
    return settling.queue.send([{ ...task, phase: "fill" }]);
  }
  const left = await fillPlaces(settling, programme, run);
  if (run.round === programme.round) await finalise(settling, programme.programmeId, left);
};

/** Something became of an application after the grant. */
const followApplication = async (
  settling: Settling,
  applicationNumber: (SettlementTask & { readonly of: "application" })["applicationNumber"],
): Promise<void> => {
  const application = await settling.applications.read(applicationNumber);
  const programme = application && (await settling.programmes.read(application.programmeId));
  if (!programme || application.run === undefined) return;
  const run = await settledRun(settling, programme, application.run);
  // before the results are final, whoever grants them sees what became of it
  if (run?.finalOn !== undefined) await fillPlaces(settling, programme, run);
};

const settledRun = async (
  { programmes }: Settling,
  { programmeId }: Programme,
  run: number,
): Promise<SettledRun | undefined> =>
  settledRuns(await programmes.readSteps(programmeId)).find((one) => one.run === run);

const nothingLeft = async (): Promise<never> => {
  throw new Error("a part is worked that is done");
};
