import type { Call } from "#shared/contract/endpoint.ts";
import type { withdrawObjectionEndpoint } from "#shared/contract/objections.ts";
import type { Objecting } from "./objecting.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { takeObjectionStep } from "./take-objection-step.ts";

/** The listing waits for it no longer. */
export const withdrawObjection =
  (objecting: Objecting) =>
  async ({ params, caller }: Call<typeof withdrawObjectionEndpoint>) => {
    const objection = await takeObjectionStep(
      objecting,
      { ...params, caller },
      {
        role: "objector",
        type: "withdrawn",
        made: () => ({ step: { type: "withdrawn" }, listingStep: { type: "objection-closed" } }),
      },
    );
    return { status: 200, body: objectionAnswer(objection) };
  };
