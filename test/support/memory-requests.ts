import type { KeptAnswer, Requests, Run } from "#shared/storage/requests.ts";

type Standing =
  | { readonly state: "running"; readonly run: Run; readonly leaseUntil: number }
  | { readonly state: "done"; readonly run: Run; readonly answer: KeptAnswer };

/** Idempotency keys for tests of what stands on them; it passes the same cases as the table. */
export const memoryRequests = (): Requests => {
  const standing = new Map<string, Standing>();

  const isOwn = ({ key, runId }: Run): boolean => {
    const found = standing.get(key);
    return found?.state === "running" && found.run.runId === runId;
  };

  return {
    take: async (run) => {
      const found = standing.get(run.key);
      if (found && found.run.expiresAt > run.at) {
        if (found.run.bodyHash !== run.bodyHash) return { state: "reused" };
        if (found.state === "done") return { state: "done", answer: found.answer };
        if (found.leaseUntil > run.at && found.run.runId !== run.runId) return { state: "running" };
      }
      standing.set(run.key, { state: "running", run, leaseUntil: run.leaseUntil });
      return { state: "taken" };
    },

    keep: async (run, answer) => {
      if (isOwn(run)) standing.set(run.key, { state: "done", run, answer });
    },

    release: async (run) => {
      if (isOwn(run)) standing.set(run.key, { state: "running", run, leaseUntil: run.at });
    },
  };
};
