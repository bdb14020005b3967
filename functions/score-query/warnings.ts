import type { Warning } from "#shared/contract/score-answer.ts";
import { type CalendarDate, dateOf, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import type { Subject } from "#shared/scoring/subject.ts";

/** What a person should hear beside the points. A missed endorsement day suspends nothing by itself. */
export const warningsOf = ({ conflicts }: Dossier, { facts }: Subject, asOf: CalendarDate): readonly Warning[] => {
  const permit = permitOn(facts.permit, dayOf(asOf));
  const due = permit.standing === "valid" ? permit.endorsementDueOn : undefined;
  return [
    ...(due !== undefined && due < dayOf(asOf)
      ? [
          {
            code: "endorsement-overdue" as const,
            on: dateOf(due),
            detail: {
              zh: `居住证签注应于 ${dateOf(due)} 前办理,请尽快补办,以免使用功能中止`,
              en: `The permit's endorsement was due on ${dateOf(due)}; have it made up before the permit is suspended`,
            },
          },
        ]
      : []),
    ...conflicts.map(({ code, receivedOn }) => ({
      code,
      on: receivedOn,
      detail: {
        zh: "公安报送的出生日期与公民身份号码不符,须人工核实",
        en: "The birth date that public security reported contradicts the identity number; a person has to decide",
      },
    })),
  ];
};
