import { addMonths, type CalendarDate, type Day, dateOf, dayAfter } from "#shared/domain/calendar.ts";
import { ProgrammeTerms } from "#shared/domain/programme.ts";
import { city, counties } from "./newcomer.ts";

/** One invented programme of each kind, open to applications on the day: patterns to copy. */
export const exampleProgrammes = (on: Day): readonly ProgrammeTerms[] => {
  const ahead = (days: number): CalendarDate => dateOf(dayAfter(on, days));
  const window = { opensOn: ahead(-7), closesOn: ahead(21), cutOffOn: ahead(28) };
  const scoreAsOf = window.closesOn;
  const year = Number(ahead(0).slice(0, 4));
  const lotFrom = `${scoreAsOf} 后首期福彩双色球开奖号码`;
  const usual = { year, window, scoreAsOf, lotFrom, threshold: null, tiers: [], allTiedIn: false, onePer: [] } as const;
  const line = (code: string) => ({ by: "indicator", layer: "province", code }) as const;
  const [here, elsewhere] = counties;

  return [
    // two wishes, ties, and a second round for the places that are left
    {
      ...usual,
      service: "compulsory-education",
      department: "education",
      area: here,
      name: { zh: `${year}年义务教育积分入学`, en: `Places at school by points, ${year}` },
      source: "积分入学办法(虚构)第三条",
      beneficiary: "child",
      childBorn: { from: dateOf(addMonths(on, -90)), through: dateOf(addMonths(on, -70)) },
      secondRound: { opensOn: ahead(60), closesOn: ahead(67), cutOffOn: ahead(70) },
      points: "better-parent",
      offers: [
        { code: "dongxi", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 90 },
        { code: "xiling", name: { zh: "西岭小学", en: "Xiling Primary School" }, places: 60 },
        { code: "nanpu", name: { zh: "南浦学校", en: "Nanpu School" }, places: 120 },
      ],
      wishes: 2,
      tieBreaks: [line("residence"), line("social-insurance"), { by: "registered-earlier" }, { by: "lot" }],
      notReady: "ask",
    },
    // whoever has sixty points, once a family
    {
      ...usual,
      service: "rental-housing",
      department: "housing",
      area: city,
      name: { zh: `${year}年公租房积分配租`, en: `Rental homes by points, ${year}` },
      source: "公租房积分配租办法(虚构)第五条",
      beneficiary: "family",
      points: "own",
      threshold: 60,
      offers: [{ code: "rental", name: { zh: "公共租赁住房", en: "Public rental home" }, places: null }],
      wishes: 1,
      tieBreaks: [],
      onePer: ["family", "asset"],
      notReady: "as-known",
      previewWorkingDays: 5,
    },
    // by bands: the higher one has fewer places and pays more
    {
      ...usual,
      service: "skills-training",
      department: "hrss",
      area: elsewhere,
      name: { zh: `${year}年技能培训补贴`, en: `Skills training, ${year}` },
      source: "技能培训补贴办法(虚构)第四条",
      beneficiary: "applicant",
      points: "own",
      offers: [{ code: "course", name: { zh: "技能培训", en: "Course" }, places: 80 }],
      wishes: 1,
      tiers: [
        { code: "first", name: { zh: "一档(全额补贴)", en: "First band: in full" }, from: 80, places: 20 },
        { code: "second", name: { zh: "二档(半额补贴)", en: "Second band: half" }, from: 40, places: 60 },
      ],
      tieBreaks: [line("skill"), { by: "applied-earlier" }],
      notReady: "leave-out",
      previewWorkingDays: 0,
    },
    // all who tie for the last place get in
    {
      ...usual,
      service: "welfare",
      department: "civil-affairs",
      area: city,
      name: { zh: `${year}年新市民健康体检`, en: `Health check for new residents, ${year}` },
      source: "新市民福利办法(虚构)第二条",
      beneficiary: "applicant",
      points: "own",
      offers: [{ code: "check", name: { zh: "健康体检", en: "Health check" }, places: 300 }],
      wishes: 1,
      tieBreaks: [],
      allTiedIn: true,
      notReady: "as-known",
    },
  ].map((terms) => ProgrammeTerms.parse(terms));
};
