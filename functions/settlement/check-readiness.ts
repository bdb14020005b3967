import type { Call } from "#shared/contract/endpoint.ts";
import type { checkReadinessEndpoint } from "#shared/contract/settlement-readiness.ts";
import type { Application, ApplicationNumber, ApplicationState, Unready } from "#shared/domain/application.ts";
import type { Programme } from "#shared/domain/programme.ts";
import type { Reply } from "#shared/http/answer.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { adultsOf } from "#shared/settlement/adults-of.ts";
import { unreadyOf } from "#shared/settlement/freezing.ts";
import type { Looking } from "#shared/settlement/looking.ts";
import type { Applications } from "#shared/storage/applications.ts";
import { fromCursor, toCursor } from "#shared/storage/cursor.ts";
import { shards } from "#shared/storage/shards.ts";
import { programmeForOffice } from "./programme-for-office.ts";
import type { Settling } from "./settling.ts";

interface Checking extends Looking {
  readonly programmes: Pick<Settling["programmes"], "read">;
  readonly applications: Pick<Applications, "ofRound" | "readMany">;
}

/** Before the cut-off: who is incomplete, and why. */
export const checkReadiness =
  (checking: Checking) =>
  async ({ params: { programmeId }, query, caller }: Call<typeof checkReadinessEndpoint>): Promise<Reply> => {
    const programme = await programmeForOffice(checking.programmes, caller, programmeId);
    const { numbers, next } = await someOf(checking.applications, programme, query);
    const asked = (await checking.applications.readMany(numbers)).filter(({ state }) => toBeRanked.includes(state));
    const looked = await inParallel(asked, width, (application) => lookedAt(checking, programme, application));
    const incomplete = looked.filter(({ unready }) => unready.length > 0);
    const counts = {
      checked: looked.length,
      ready: looked.length - incomplete.length,
      incomplete: incomplete.length,
      notDecidedOn: asked.filter(({ state }) => state === "submitted" || state === "material-asked").length,
    };
    return { status: 200, body: { counts, incomplete, next } };
  };

const width = 16;

const toBeRanked: readonly ApplicationState[] = ["submitted", "material-asked", "accepted", "left-out", "frozen"];

/** Shard by shard, so that a page is a page however the numbers fall. */
const someOf = async (
  applications: Checking["applications"],
  { programmeId, round }: Programme,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ readonly numbers: readonly ApplicationNumber[]; readonly next: string | null }> => {
  const numbers: ApplicationNumber[] = [];
  let [at, inner] = cursor === undefined ? [0, undefined] : placeOf(fromCursor(cursor, places));
  for (;;) {
    const shard = shards[at];
    if (shard === undefined) return { numbers, next: null };
    const page = await applications.ofRound(programmeId, round, shard, {
      limit: limit - numbers.length,
      ...(inner !== undefined && { cursor: inner }),
    });
    numbers.push(...page.entries);
    inner = page.cursor;
    if (inner === undefined) at += 1;
    if (numbers.length >= limit) {
      return { numbers, next: at < shards.length ? toCursor(`${at}#${inner ?? ""}`) : null };
    }
  }
};

const places = /^\d{1,2}#[\w-]*$/;

const placeOf = (place: string): [number, string | undefined] => {
  const [at = "", inner] = place.split("#");
  return [Number(at), inner || undefined];
};

const lookedAt = async (checking: Checking, programme: Programme, application: Application) => {
  const { applicationNumber, state, readiness, residentId } = application;
  const adults = await adultsOf(checking, programme, application);
  const applicant = adults.find(({ score }) => score.residentId === residentId);
  const hasNoPermit: readonly Unready[] = applicant?.isPermitValid ? [] : ["permit-not-valid"];
  const unready = [...hasNoPermit, ...unreadyOf(adults)];
  return { applicationNumber, state, unready, decision: readiness?.decision ?? null };
};
