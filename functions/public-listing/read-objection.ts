import type { Call } from "#shared/contract/endpoint.ts";
import type { readObjectionEndpoint } from "#shared/contract/objections.ts";
import type { Objecting } from "./objecting.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { seenObjection } from "./seen-objection.ts";

/** Also after the listing has ended: what was decided stays to be read by those it concerns. */
export const readObjection =
  (objecting: Pick<Objecting, "listings" | "objections">) =>
  async ({ params, caller }: Call<typeof readObjectionEndpoint>) => {
    const { objection } = await seenObjection(objecting, { ...params, caller });
    return { status: 200, body: objectionAnswer(objection) };
  };
