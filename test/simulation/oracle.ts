import type { PermitEvent } from "#shared/domain/permit-event.ts";

/** How a person's permit stands on a day. */
export interface Standing {
  readonly is: "none" | "valid" | "suspended" | "cancelled";
  /** The event that made it valid again. */
  readonly restoredBy?: PermitEvent;
}

/**
 * Judges permits in a few lines of its own, which share nothing with the code under test: the events of each permit by
 * day, the more restrictive last within one; nothing follows on a cancellation.
 */
export const standingOn = (events: readonly PermitEvent[], day: string): Standing => {
  const permits = Map.groupBy(
    events.filter(({ effectiveOn }) => effectiveOn <= day),
    ({ permitId }) => permitId,
  );
  let best: (Standing & { readonly issuedOn: string; readonly endedOn: string }) | undefined;
  for (const [, own] of permits) {
    const one = lifeOf(own);
    if (one && (!best || ranks(one) > ranks(best))) best = one;
  }
  return best ?? { is: "none" };
};

const order = ["issue", "move", "endorse", "restore", "suspend", "cancel"];

const lifeOf = (events: readonly PermitEvent[]) => {
  const sorted = [...events].sort(
    (one, other) =>
      (one.effectiveOn < other.effectiveOn ? -1 : one.effectiveOn > other.effectiveOn ? 1 : 0) ||
      order.indexOf(one.type) - order.indexOf(other.type),
  );
  let life: (Standing & { readonly issuedOn: string; readonly endedOn: string }) | undefined;
  for (const event of sorted) {
    if (event.type === "issue") life ??= { is: "valid", issuedOn: event.effectiveOn, endedOn: "" };
    if (!life || life.is === "cancelled") continue;
    const { issuedOn } = life;
    if (event.type === "suspend") life = { is: "suspended", issuedOn, endedOn: "" };
    if (event.type === "restore" && life.is === "suspended") {
      life = { is: "valid", issuedOn, endedOn: "", restoredBy: event };
    }
    if (event.type === "cancel") life = { is: "cancelled", issuedOn, endedOn: event.effectiveOn };
  }
  return life;
};

/** A permit that is not cancelled goes before one that is; then the one issued, or cancelled, last. */
const ranks = ({
  is,
  issuedOn,
  endedOn,
}: Standing & { readonly issuedOn: string; readonly endedOn: string }): string =>
  is === "cancelled" ? `0${endedOn}${issuedOn}` : `1${issuedOn}`;
