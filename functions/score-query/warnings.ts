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
            fact: null,
            detail: {
              zh: `居住证签注应于 ${dateOf(due)} 前办理,请尽快补办,以免使用功能中止`,
              en: `The permit's endorsement was due on ${dateOf(due)}; have it made up before the permit is suspended`,
            },
          },
        ]
      : []),
    ...conflicts.map(({ code, fact, receivedOn }) => ({ code, on: receivedOn, fact, detail: contradictions[code] })),
  ];
};

const contradictions = {
  "birth-date-contradicts-identity-number": {
    zh: "公安报送的出生日期与公民身份号码不符,须人工核实",
    en: "The birth date that public security reported contradicts the identity number; a person has to decide",
  },
  "source-contradicts-correction": {
    zh: "部门新报送的数据与复核更正的结果不一致,更正暂予保留,须人工核实",
    en: "What the department reported since contradicts what a review corrected; the correction stands until a person has decided",
  },
} as const satisfies Record<Dossier["conflicts"][number]["code"], Warning["detail"]>;
