import type { Application } from "#shared/domain/application.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { adultsOf } from "./adults-of.ts";
import { type Freezing, freezingOf } from "./freezing.ts";
import type { Looking } from "./looking.ts";

/** What an application would be ranked by if it were frozen once more, as of the same day, by what is known by now. */
export const frozenAnew = async (
  looking: Looking,
  programme: Programme,
  application: Application,
): Promise<Exclude<Freezing, { readonly becomes: "undecided" }>> => {
  // whoever decides on the objection has looked at it
  const readiness = { decision: "as-known", reason: "", by: "" } as const;
  const adults = await adultsOf(looking, programme, application);
  const freezing = freezingOf({ ...application, readiness }, programme.terms, adults);
  if (freezing.becomes === "undecided") throw new Error("what is decided is undecided");
  return freezing;
};
