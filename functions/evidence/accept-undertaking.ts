import type { Call } from "#shared/contract/endpoint.ts";
import type { acceptUndertakingEndpoint } from "#shared/contract/undertakings.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { currentUndertaking } from "#shared/procedure/undertakings.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";
import type { EvidenceReads } from "./reads.ts";
import { requireFiler } from "./require-filer.ts";
import { undertakingAnswer } from "./undertaking-answer.ts";

interface Accepting extends Pick<EvidenceReads, "residents" | "today"> {
  readonly undertakings: Pick<Undertakings, "record">;
  readonly now: () => Instant;
}

/** Records that the undertaking of truth was given: once, with time and by whom. */
export const acceptUndertaking =
  (accepting: Accepting) =>
  async ({ params: { residentId }, body, caller }: Call<typeof acceptUndertakingEndpoint>): Promise<Reply> => {
    const filer = await requireFiler(accepting, caller, residentId);
    const needed = body.by === "window" ? "window" : "resident";
    if (filer !== needed) throw new Refusal("role-not-allowed", { roles: caller.roles, needed: [needed] });
    const { version, by } = body;
    const current = currentUndertaking().version;
    if (version !== current) throw new Refusal("undertaking-not-current", { version, current });

    const { undertaking, isNew } = await accepting.undertakings.record({
      residentId,
      version,
      by,
      subject: caller.subject,
      acceptedAt: accepting.now(),
    });
    return { status: isNew ? 201 : 200, body: undertakingAnswer(undertaking) };
  };
