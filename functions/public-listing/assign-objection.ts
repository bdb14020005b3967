import type { Call } from "#shared/contract/endpoint.ts";
import type { assignObjectionEndpoint } from "#shared/contract/objections.ts";
import type { Objecting } from "./objecting.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { requireDeciding } from "./require-deciding.ts";
import { takeObjectionStep } from "./take-objection-step.ts";

/** Nobody takes one of their own, nor one on an application that they filed or decided on. */
export const assignObjection =
  (objecting: Objecting) =>
  async ({ params, caller }: Call<typeof assignObjectionEndpoint>) => {
    const objection = await takeObjectionStep(
      objecting,
      { ...params, caller },
      {
        role: "verifier",
        type: "assigned",
        made: (setting) => {
          requireDeciding(caller, setting.objection);
          return { step: { type: "assigned" } };
        },
      },
    );
    return { status: 200, body: objectionAnswer(objection) };
  };
