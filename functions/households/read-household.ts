import type { Call, Caller } from "#shared/contract/endpoint.ts";
import type { readHouseholdEndpoint, SeenRelation } from "#shared/contract/households.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { ServiceDepartment } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Relation, RelationNames } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Households } from "#shared/storage/households.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { relationStanding } from "./relation-standing.ts";

interface Reading {
  readonly households: Pick<Households, "ofPerson" | "readSteps">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly keys: Pick<IdentityKeys, "open">;
  readonly today: () => CalendarDate;
}

type View = "own" | "window" | "department";

/** The relations in which somebody stands; how much of them depends on who asks. */
export const readHousehold =
  ({ households, residents, keys, today }: Reading) =>
  async ({ params: { residentId }, caller }: Call<typeof readHouseholdEndpoint>): Promise<Reply> => {
    const known = await residents.readSubject(residentId);
    const view = viewOf(caller, residentId, known && areaOf(known.subject, dayOf(today())));
    if (!view) throw new Refusal("resident-unknown", { residentId });

    const seen = (await households.ofPerson(residentId)).filter(({ relative, kind, state }) => {
      const isChild = kind === "child" && relative === residentId;
      return state === "confirmed" || (view !== "department" && !isChild);
    });
    const relations = seen.map(async (relation): Promise<SeenRelation> => {
      const part = partOf(residentId, relation);
      const isWhole = view !== "department" && (view === "window" || part !== "child");
      return {
        ...relationStanding(relation),
        part,
        names: isWhole ? await namesOf(keys, relation) : null,
        ...personsOf(relation, view, part),
        steps: isWhole ? await stepsOf(households, relation) : null,
      };
    });
    return { status: 200, body: { relations: await Promise.all(relations) } };
  };

/** Whoever has no dossier yet is seen by themself alone. */
const viewOf = (caller: Caller, residentId: ResidentId, area: AreaCode | undefined): View | undefined => {
  if (ownResident(caller, residentId)) return "own";
  if (area && mayActIn(inRole(caller, "window"), area)) return "window";
  const grants = ServiceDepartment.safeParse(caller.department).success;
  return area && grants && mayActIn(inRole(caller, "verifier"), area) ? "department" : undefined;
};

const partOf = (residentId: ResidentId, { proposer, otherAdult }: Relation): SeenRelation["part"] => {
  if (residentId === proposer) return "proposer";
  return residentId === otherAdult ? "other-adult" : "child";
};

const namesOf = async (keys: Reading["keys"], { names, proposer }: Relation): Promise<SeenRelation["names"]> => {
  const typed: RelationNames = JSON.parse(await keys.open(names, proposer));
  return { ...typed, otherAdult: typed.otherAdult ?? null };
};

/** Before somebody has confirmed it, an id would tell that what was typed is right. */
const personsOf = (
  { state, isMatched, proposer, relative, otherAdult, bornOn }: Relation,
  view: View,
  part: SeenRelation["part"],
): Pick<SeenRelation, "persons" | "bornOn"> => {
  const wasConfirmed = state === "confirmed" || state === "ended";
  const isShown = part !== "child" ? wasConfirmed : view !== "own";
  return isShown || (view === "window" && isMatched)
    ? { persons: { proposer, relative, otherAdult: otherAdult ?? null }, bornOn: bornOn ?? null }
    : { persons: null, bornOn: null };
};

const stepsOf = async (
  households: Reading["households"],
  { proposer, relationId }: Relation,
): Promise<SeenRelation["steps"]> =>
  (await households.readSteps(proposer, relationId)).map(({ step, on, by }) => ({
    step: step.type,
    on,
    role: by.role,
  }));
