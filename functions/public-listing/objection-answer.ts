import type { ObjectionAnswer } from "#shared/contract/objections.ts";
import type { Objection } from "#shared/domain/objection.ts";

/** An objection as objector and department see it: not who has it in hand, nor who decided. */
export const objectionAnswer = ({
  objectionId,
  listingId,
  applicationNumber,
  reason,
  filedAt,
  state,
  since,
  term,
  decision,
}: Objection): ObjectionAnswer => ({
  objectionId,
  listingId,
  applicationNumber,
  reason,
  filedAt,
  state,
  since,
  dueOn: term.dueOn,
  decision: decision
    ? {
        reason: decision.reason,
        clause: decision.clause,
        becomes: decision.becomes ? (decision.becomes.as === "scored" ? "scored-anew" : "left-out") : null,
        on: decision.on,
      }
    : null,
});
