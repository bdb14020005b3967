import type { CalendarDate } from "./calendar.ts";
import type { FactPatch } from "./fact-patch.ts";
import type { Facts } from "./facts.ts";
import type { FieldError } from "./refusal.ts";

/**
 * What must have happened, yet lies after the day of receipt: a birth, an issued certificate, the day a month was paid on.
 * Everything else may lie ahead: a diploma due in July, prepaid months, a registration next week, a voiding next month.
 */
export const happenedAfterReceipt = (facts: Partial<Facts>, receivedOn: CalendarDate): readonly FieldError[] =>
  errorsOf(
    pastDays(facts, { birthDate: "facts.birthDate", skills: "facts.skills", pension: "facts.pension" }),
    receivedOn,
  );

/** The same of what a review puts in; what it takes away is wrong anyhow. */
export const patchedAfterReceipt = (
  patch: FactPatch,
  receivedOn: CalendarDate,
  field: "proposal" | "patch",
): readonly FieldError[] => {
  const facts = patch.fact === "birthDate" ? { birthDate: patch.value } : { [patch.fact]: patch.add };
  const added = `${field}.add`;
  return errorsOf(pastDays(facts, { birthDate: `${field}.value`, skills: added, pension: added }), receivedOn);
};

interface PastDay {
  readonly field: string;
  readonly day: CalendarDate;
}

const errorsOf = (days: readonly PastDay[], receivedOn: CalendarDate): readonly FieldError[] =>
  days
    .filter(({ day }) => day > receivedOn)
    .map(({ field }) => ({ field, detail: `must not lie after the day of receipt, ${receivedOn}` }));

const pastDays = (
  { birthDate, skills, pension }: Partial<Facts>,
  at: Readonly<Record<"birthDate" | "skills" | "pension", string>>,
): readonly PastDay[] => [
  ...(birthDate ? [{ field: at.birthDate, day: birthDate }] : []),
  ...(skills ?? []).map(({ issuedOn }, index) => ({ field: `${at.skills}[${index}].issuedOn`, day: issuedOn })),
  ...(pension ?? []).flatMap(({ paidOn }, index) =>
    paidOn === undefined ? [] : [{ field: `${at.pension}[${index}].paidOn`, day: paidOn }],
  ),
];
