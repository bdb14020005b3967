import type { Application } from "#shared/domain/application.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { windowOf } from "#shared/domain/programme-window.ts";
import { type Applicant, applicantOf } from "./applicant.ts";
import type { Looking } from "./looking.ts";

/** Whose points may count: the applicant, and the partner where the better parent's do. */
export const adultsOf = async (
  looking: Looking,
  programme: Programme,
  { residentId, partner }: Pick<Application, "residentId" | "partner">,
): Promise<readonly Applicant[]> => {
  const { points, scoreAsOf } = programme.terms;
  const days = { scoreAsOf, permitOn: windowOf(programme).cutOffOn };
  const who = points === "better-parent" && partner !== undefined ? [residentId, partner] : [residentId];
  const adults = await Promise.all(who.map((one) => applicantOf(looking, one, days)));
  return adults.filter((adult) => adult !== undefined);
};
