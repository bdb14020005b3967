import type { CalendarDate } from "./calendar.ts";
import type { Department } from "./department.ts";
import type { FactPatch } from "./fact-patch.ts";
import { commonPatch, isSamePatch } from "./merged-patch.ts";
import type { Decision, DecisionRule, Opinion, ReviewOutcome } from "./review.ts";

/** What the opinions given so far come to; nothing while somebody has still to speak. */
export const jointDecision = (
  { rule, deciders }: { readonly rule: DecisionRule; readonly deciders: readonly Department[] },
  opinions: readonly Opinion[],
  on: CalendarDate,
): Decision | undefined => {
  const awaited = rule === "one-decides" ? 1 : deciders.length;
  if (opinions.length < awaited) return undefined;
  const patches = patchesOf(rule, opinions);
  return {
    outcome: outcomeOf(rule, opinions, patches),
    reason: [...new Set(opinions.map(({ reason }) => reason))].join("\n"),
    clause: [...new Set(opinions.map(({ clause }) => clause))].join("\n"),
    patches,
    by: opinions.map(({ by }) => by),
    on,
  };
};

const patchesOf = (rule: DecisionRule, opinions: readonly Opinion[]): readonly FactPatch[] => {
  const wanted = opinions.flatMap(({ patch }) => (patch ? [patch] : []));
  if (rule !== "all-agree") return wanted;
  if (wanted.length < opinions.length) return [];
  const common = wanted.reduce<FactPatch | undefined>(
    (agreed, patch) => agreed && commonPatch(agreed, patch),
    wanted[0],
  );
  return common ? [common] : [];
};

const outcomeOf = (rule: DecisionRule, opinions: readonly Opinion[], patches: readonly FactPatch[]): ReviewOutcome => {
  if (patches.length === 0) return "rejected";
  const inFull = opinions.every(({ outcome }) => outcome === "upheld");
  const sameMind =
    rule !== "all-agree" ||
    opinions.every(({ patch }) => patch && patches.every((agreed) => isSamePatch(agreed, patch)));
  return inFull && sameMind ? "upheld" : "partly-upheld";
};
