import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { Job } from "#shared/storage/jobs.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { differenceFromFresh } from "./fresh.ts";
import { checkHistory } from "./history.ts";
import { resume } from "./mass-work.ts";
import { standingOn } from "./oracle.ts";
import { query } from "./query.ts";
import { settled } from "./scheduler.ts";
import { shortId } from "./stores.ts";
import type { Life } from "./storm.ts";
import type { System } from "./system.ts";

/**
 * The storm is over: nothing fails any more, queues drain, dead letters are redriven, what was stopped is resumed; then
 * come a night, a sweep and some more nights. After each, what must hold by then is held against the truth.
 */
export const quiet = async (system: System, life: Life): Promise<void> => {
  const { clock, violations } = system;
  system.calmDown();
  system.deploy("new");
  const steps: readonly (() => Promise<unknown> | unknown)[] = [
    () => comeToRest(system, life),
    () => feedLostNothing(system),
    () => resumeAll(system, life),
    () => clock.nextDay(),
    () => fire(system, life, "rules"),
    () => fire(system, life, "night"),
    () => storedIsFresh(system, (residentId) => !system.stream.lost.has(residentId)),
    () => sweep(system, life),
    () => storedIsFresh(system, () => true),
    ...Array.from({ length: nights }, () => [
      () => clock.nextDay(),
      () => fire(system, life, "night"),
      () => storedIsFresh(system, () => true),
    ]).flat(),
    () => dueIndexCovers(system),
    () => everyoneAsks(system, life),
    () => countsAddUp(system),
    () => checkHistory(system),
    () => life.sources.check(),
  ];
  for (const step of steps) {
    await step();
    if (violations.first()) return;
  }
};

const nights = 3;

/** Whatever is on its way arrives. */
const comeToRest = async (system: System, { sources, eventSources }: Life): Promise<void> => {
  const { scheduler, machine, retryQueue, chance, clock, violations } = system;
  for (let step = 0; step < mostSteps && !violations.first(); step++) {
    clock.pass(chance.between(0, 3000));
    if (scheduler.isWaiting() && chance.percent(90)) {
      await scheduler.step();
      continue;
    }
    if (eventSources.canDeliver()) eventSources.deliver();
    else if (eventSources.canReceive()) eventSources.receive();
    else if (machine.isReady()) machine.goOn();
    else if (sources.hasMore()) sources.sendNext();
    else if (scheduler.isWaiting()) await scheduler.step();
    else if (retryQueue.deadLetters().length > 0) retryQueue.redrive();
    else break;
    await settled();
  }
  const still = scheduler.running().map(({ name }) => name);
  if (still.length > 0 || !eventSources.isIdle() || !machine.isIdle()) {
    violations.found("everything comes to rest", `still at work: ${still}`);
  }
};

const mostSteps = 20_000;

/** Before any night or sweep: every change of a dossier is in a stored score, but for those that the feed gave up by name. */
const feedLostNothing = ({ truth, stream, violations }: System): void => {
  for (const residentId of truth.everyone()) {
    const recorded = truth.recordOf(residentId)?.basis.dossierVersion ?? 0;
    const version = truth.versionOf(residentId);
    if (recorded < version && !stream.lost.has(residentId)) {
      violations.found("the feed loses nothing", `${shortId(residentId)}: recorded from ${recorded}, is at ${version}`);
    }
  }
};

const resumeAll = async (system: System, life: Life): Promise<void> => {
  for (const jobId of system.jobIds) {
    if ((await jobOf(system, jobId)).state === "done") continue;
    system.invoke(`resume ${jobId}`, resume(system, jobId), () => {});
    await settled();
    await comeToRest(system, life);
  }
  for (const jobId of system.jobIds) {
    const { state } = await jobOf(system, jobId);
    if (state !== "done") system.violations.found("mass work comes to its end", `${jobId} is ${state}`);
  }
};

const jobOf = async ({ stores }: System, jobId: string): Promise<Job> => {
  const job = await stores.jobs.read(jobId);
  if (!job) throw new Error(`job ${jobId} was stored and is gone`);
  return job;
};

const fire = async (
  system: System,
  life: Life,
  work: Extract<ExecutionInput, { work: string }>["work"],
): Promise<void> => {
  await system.machine.start(`quiet-${work}-${system.clock.today()}`, { work });
  await comeToRest(system, life);
  for (const jobId of system.jobIds) {
    const { state } = await jobOf(system, jobId);
    if (state !== "done") system.violations.found("mass work comes to its end", `${jobId} is ${state}`);
  }
};

/** Everyone whose dossier is newer than their record is found to be behind, and nobody else is. */
const sweep = async (system: System, life: Life): Promise<void> => {
  const { truth, violations } = system;
  const isBehind = (residentId: ResidentId): boolean =>
    (truth.recordOf(residentId)?.basis.dossierVersion ?? 0) < truth.versionOf(residentId);
  const behind = truth.everyone().filter(isBehind).length;
  await fire(system, life, "sweep");
  const { counts } = await jobOf(system, `sweep-${system.clock.today()}`);
  if (counts.behind !== behind) {
    violations.found("a sweep finds what the feed has lost", `${counts.behind} were behind, and really ${behind}`);
  }
};

const dueIndexCovers = async ({ truth, stores, violations }: System): Promise<void> => {
  for (const residentId of truth.everyone()) {
    const day = truth.recordOf(residentId)?.nextChangeOn;
    if (!day) continue;
    const { entries } = await stores.scores.due(shardOf(residentId), day, { limit: 100 });
    if (!entries.includes(residentId)) {
      violations.found("the due index covers everyone who changes", `${shortId(residentId)} is not due on ${day}`);
    }
  }
};

const storedIsFresh = async (system: System, of: (residentId: ResidentId) => boolean): Promise<void> => {
  const { truth, stores, clock, plan, violations } = system;
  for (const residentId of truth.everyone().filter(of)) {
    const dossier = await stores.residents.read(residentId);
    const stored = await stores.scores.read(residentId);
    if (!dossier) throw new Error("a dossier is gone");
    const difference = differenceFromFresh(stored, dossier, plan.registry.after, clock.today());
    if (difference !== undefined) {
      violations.found("a stored score is what a fresh computation gives", `${shortId(residentId)}: ${difference}`);
    }
  }
};

/** Whoever has a valid permit has effective points again. */
const everyoneAsks = async (system: System, life: Life): Promise<void> => {
  const { truth, clock, violations } = system;
  for (const residentId of truth.everyone()) {
    query(system, residentId, clock.today());
    await settled();
    await comeToRest(system, life);
    const { is } = standingOn(truth.eventsOf(residentId, truth.versionOf(residentId)), clock.today());
    const status = truth.recordOf(residentId)?.status;
    if (is === "valid" && status !== "effective") {
      violations.found("a pending restore ends", `${shortId(residentId)} has a valid permit and is ${status}`);
    }
  }
};

const countsAddUp = async (system: System): Promise<void> => {
  const people = system.truth.everyone().length;
  for (const jobId of system.jobIds) {
    const { work, counts } = await jobOf(system, jobId);
    const { found, read, written, unchanged, failed } = counts;
    const isOfAll = work.of === "sweep" || work.of === "everyone" || work.of === "rules";
    if (found > people || (isOfAll && found !== people) || read !== written + unchanged || found !== read + failed) {
      system.violations.found("a job counts each resident once", `${jobId} of ${people}: ${JSON.stringify(counts)}`);
    }
  }
};
