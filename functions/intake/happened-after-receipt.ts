import type { Report } from "#shared/domain/arrival.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { FieldError } from "#shared/domain/refusal.ts";

/**
 * What must have happened, yet lies after the day of receipt: a birth, an issued certificate, the day a month was paid on.
 * Everything else may lie ahead: a diploma due in July, prepaid months, a registration next week, a voiding next month.
 */
export const happenedAfterReceipt = (report: Report, receivedOn: CalendarDate): readonly FieldError[] =>
  pastDays(report)
    .filter(({ day }) => day > receivedOn)
    .map(({ field }) => ({ field, detail: `must not lie after the day of receipt, ${receivedOn}` }));

interface PastDay {
  readonly field: string;
  readonly day: CalendarDate;
}

const pastDays = (report: Report): readonly PastDay[] => {
  switch (report.department) {
    case "public-security": {
      const { birthDate } = report.facts;
      return birthDate === null ? [] : [{ field: "facts.birthDate", day: birthDate }];
    }
    case "education":
      return [];
    case "hrss": {
      const { skills, pension } = report.facts;
      return [
        ...(skills ?? []).map(({ issuedOn }, at) => ({ field: `facts.skills[${at}].issuedOn`, day: issuedOn })),
        ...(pension ?? []).flatMap(({ paidOn }, at) =>
          paidOn === undefined ? [] : [{ field: `facts.pension[${at}].paidOn`, day: paidOn }],
        ),
      ];
    }
  }
};
