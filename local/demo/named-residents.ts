import {
  addMonths,
  type CalendarDate,
  type Day,
  date,
  dateOf,
  dayAfter,
  monthOn,
  monthText,
} from "#shared/domain/calendar.ts";
import type { EducationLevel, Facts, SkillCertificate } from "#shared/domain/facts.ts";
import { city, counties, type Newcomer, newcomer, type PermitStep, province } from "./newcomer.ts";

/** An invented resident with a name, and what there is to see about them. */
export interface NamedResident extends Newcomer {
  readonly shows: string;
}

/** Everyone whom a fresh system knows by name, as they stand on the day. */
export const namedResidents = (on: Day): readonly NamedResident[] => {
  const ago = (months: number): CalendarDate => dateOf(addMonths(on, -months));
  const ahead = (days: number): CalendarDate => dateOf(dayAfter(on, days));
  const [here, elsewhere] = counties;
  if (here === undefined || elsewhere === undefined) throw new Error("the invented city has lost its counties");

  const diploma = (level: EducationLevel, obtainedOn: string): Facts["education"] => [
    { id: "diploma", level, obtainedOn: date(obtainedOn), verified: true },
  ];
  const skill = (level: number): Facts["skills"] => [
    { id: "skill", kind: "skill-level", level, issuedOn: date("2020-11-20"), verified: true } as SkillCertificate,
  ];
  const paid = (months: number): Facts["pension"] => [
    {
      id: "pension",
      from: monthText(monthOn(addMonths(on, -months))),
      to: monthText(monthOn(addMonths(on, -1))),
      province: province,
      city,
      kind: "employee",
      backpaid: false,
    },
  ];
  const lived = (months: number): Facts["residence"] => [
    { id: "residence", from: ago(months), to: null, province: province, city },
  ];
  const issued = (months = 30): PermitStep => ({
    type: "issue",
    effectiveOn: ago(months),
    area: here,
    endorsementDueOn: ahead(200),
  });

  interface Told {
    readonly name: string;
    readonly bornOn: string;
    readonly shows: string;
    readonly facts?: Partial<Facts>;
    readonly permit?: readonly PermitStep[];
  }

  const everyone: readonly Told[] = [
    { name: "何山雨", bornOn: "1995-03-12", shows: "a worker with 76 points, the permit in order" },
    {
      name: "陆听泉",
      bornOn: "1988-08-08",
      shows: "a suspended permit: the score is void, its lines remain as a preview",
      permit: [issued(), { type: "suspend", effectiveOn: ago(1) }],
    },
    {
      name: "江望舒",
      bornOn: "1990-01-30",
      shows: "a restored permit: effective again without anyone asking, with a line of history",
      permit: [issued(), { type: "suspend", effectiveOn: ago(4) }, { type: "restore", effectiveOn: ago(1) }],
    },
    {
      name: "顾小满",
      bornOn: "1992-05-21",
      shows: "a month of residence is full tomorrow: walk the calendar by a day, and the night records it",
      facts: {
        residence: [{ id: "residence", from: dateOf(addMonths(dayAfter(on, 1), -40)), to: null, province, city }],
      },
    },
    {
      name: "宋晚舟",
      bornOn: "1979-11-02",
      shows: "a cancelled permit",
      permit: [issued(), { type: "cancel", effectiveOn: ago(3) }],
    },
    {
      name: "叶知秋",
      bornOn: "1984-09-23",
      shows: "a permit cancelled, and a new one issued since",
      permit: [issued(), { type: "cancel", effectiveOn: ago(5) }, { ...issued(2), permit: 2 }],
    },
    {
      name: "程远帆",
      bornOn: "1969-06-15",
      shows: "an endorsement overdue: a warning, no loss; older, so fewer points for age",
      permit: [{ type: "issue", effectiveOn: ago(30), area: here, endorsementDueOn: ahead(-10) }],
    },
    { name: "闰九", bornOn: "1968-02-29", shows: "born on 29 February: a year older on 1 March" },
    {
      name: "白露",
      bornOn: "1999-09-08",
      shows: "nothing known of education: 5 points for it, and named as missing",
      facts: { education: null, skills: [] },
    },
    {
      name: "石问渠",
      bornOn: "1993-07-07",
      shows: "a birth date that contradicts the identity number: for a person to decide, and missing until then",
      facts: { birthDate: date("1983-07-07") },
    },
    {
      name: "林间月",
      bornOn: "1996-12-24",
      shows: "moved to another county, whose window sees them now",
      permit: [issued(), { type: "move", effectiveOn: ago(2), area: elsewhere }],
    },
    {
      name: "方未至",
      bornOn: "1991-10-10",
      shows: "a suspension that takes effect in 30 days: effective until then",
      permit: [issued(), { type: "suspend", effectiveOn: ahead(30) }],
    },
  ];

  return everyone.map(({ name, bornOn, shows, facts, permit = [issued()] }, at) => ({
    shows,
    ...newcomer({
      label: `named-${at + 1}-${dateOf(on)}`,
      sourceVersion: on,
      name,
      bornOn: date(bornOn),
      sequence: `99${String(at).padStart(3, "0")}`,
      area: here,
      facts: {
        birthDate: date(bornOn),
        education: diploma("college", "2017-06-30"),
        skills: skill(3),
        pension: paid(60),
        residence: lived(40),
        ...facts,
      },
      permit,
    }),
  }));
};
