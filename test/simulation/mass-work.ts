import type { ShardTask, WorkEnd, Worked, WorkPlan } from "#functions/recomputation/mass-work.ts";
import { planRecomputation } from "#functions/recomputation/plan-recomputation.ts";
import { requestRecomputation } from "#functions/recomputation/request-recomputation.ts";
import { resumeRecomputation } from "#functions/recomputation/resume-recomputation.ts";
import { stopRecomputation } from "#functions/recomputation/stop-recomputation.ts";
import { summariseRecomputation } from "#functions/recomputation/summarise-recomputation.ts";
import { workShard } from "#functions/recomputation/work-shard.ts";
import { JobId } from "#shared/contract/recomputations.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { Cause } from "#shared/storage/stored-score.ts";
import { operator } from "#test/support/calls.ts";
import { asSeenBy } from "./as-seen-by.ts";
import { dueWhereInhabited } from "./observed-jobs.ts";
import type { Invocation } from "./scheduler.ts";
import type { System } from "./system.ts";

type Run<Result> = (invocation: Invocation) => Promise<Result>;

export const plan =
  (system: System, input: ExecutionInput): Run<WorkPlan> =>
  (invocation) => {
    const { now, today } = system.clock;
    const seen = asSeenBy(system, invocation);
    // a change of rules is followed once it is deployed everywhere: a worker of the old program would undo it
    const isEarly = system.deployment() === "rolling" && "work" in input && input.work === "rules";
    const standards = isEarly ? system.plan.registry.before : system.standards();
    return planRecomputation({ jobs: seen.jobs(), scores: dueWhereInhabited(seen.scores()), standards, now, today })(
      input,
    );
  };

export const work =
  (system: System, task: ShardTask): Run<Worked> =>
  (invocation) => {
    const seen = asSeenBy(system, invocation);
    return workShard({
      ...seen.recomputing(...causesOf[kindOf(task.jobId)]),
      jobs: seen.jobs(),
      retryQueue: seen.retryQueue(),
      executions: seen.executions(),
      reportMissed: ({ residentId }) => system.missed(residentId),
      width: 2,
      pageSize: system.plan.pageSize,
      sliceSeconds: system.plan.sliceSeconds,
    })(task);
  };

export const summarise =
  (system: System, end: WorkEnd): Run<unknown> =>
  (invocation) =>
    summariseRecomputation({
      jobs: asSeenBy(system, invocation).jobs(),
      now: system.clock.now,
      publish: () => {},
    })(end);

/** An operator asks for somebody, or for many. */
export const request =
  (system: System, body: Parameters<ReturnType<typeof requestRecomputation>>[0]["body"]): Run<unknown> =>
  (invocation) => {
    const seen = asSeenBy(system, invocation);
    const call = { params: {}, query: {}, body, caller: operator };
    return requestRecomputation({ ...seen.recomputing("requested"), jobs: seen.jobs(), executions: seen.executions() })(
      call,
    );
  };

export const stop =
  (system: System, jobId: string): Run<unknown> =>
  (invocation) =>
    stopRecomputation(asSeenBy(system, invocation).jobs())(callOn(jobId));

export const resume =
  (system: System, jobId: string): Run<unknown> =>
  (invocation) => {
    const seen = asSeenBy(system, invocation);
    return resumeRecomputation(seen.jobs(), seen.executions())(callOn(jobId));
  };

const callOn = (jobId: string) => ({ params: { jobId: JobId.parse(jobId) }, query: {}, body: {}, caller: operator });

type Kind = "night" | "sweep" | "rules" | "j";

const kindOf = (jobId: string): Kind => jobId.split("-", 1)[0] as Kind;

const causesOf: Readonly<Record<Kind, readonly Cause[]>> = {
  night: ["night"],
  sweep: ["swept"],
  rules: ["rules-changed"],
  j: ["requested"],
};
