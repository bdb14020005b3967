import { type CalendarDate, dateOf, dayAfter, dayOf, monthOn, monthText } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { shardOf } from "#shared/storage/shards.ts";
import type { Chance } from "#test/support/chance.ts";

/** What a source is going to send of one person. */
export type Arrival =
  | { readonly kind: "permit-event"; readonly residentId: ResidentId; readonly event: PermitEvent }
  | {
      readonly kind: "facts";
      readonly residentId: ResidentId;
      readonly department: Department;
      readonly recordId: string;
      readonly sourceVersion: number;
      readonly facts: Readonly<Record<string, unknown>>;
    };

/** Everyone who is ever simulated: three of one shard and two of another, so that pages and cursors matter. */
export const people: readonly ResidentId[] = (() => {
  const ids = Array.from({ length: 999 }, (_, number) => ResidentId.parse(`r-${`${number + 1}`.padStart(26, "0")}`));
  const ofShard = (shard: string, count: number) => ids.filter((id) => shardOf(id) === shard).slice(0, count);
  const [a, b, c] = ofShard("04", 3);
  const [d, e] = ofShard("09", 2);
  return [a, d, b, c, e].filter((id) => id !== undefined);
})();

export const birthDates: readonly CalendarDate[] = [
  "1990-06-27",
  "1968-07-01",
  "2001-07-02",
  "1983-06-24",
  "1975-02-28",
].map((date) => date as CalendarDate);

/** What will happen to one person's permit and what departments will say of them, roughly in the order of sending. */
export const arrivalsOf = (chance: Chance, person: number, startsOn: CalendarDate): readonly Arrival[] => {
  const residentId = people[person];
  if (!residentId) throw new Error(`there is no person ${person}`);
  const events = permitStory(chance, person, startsOn).map(
    (event): Arrival => ({ kind: "permit-event", residentId, event }),
  );
  const reports = factsOfPerson(chance, person, startsOn).map(
    (facts): Arrival => ({ kind: "facts", residentId, ...facts }),
  );
  return roughly(chance, [...events, ...reports]);
};

/** In their order, except where one overtakes the next. */
export const roughly = <Item>(chance: Chance, items: readonly Item[]): readonly Item[] =>
  items
    .map((item, index) => ({ item, place: index + chance.between(0, 3) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

const from = (startsOn: CalendarDate, days: number): CalendarDate => dateOf(dayAfter(dayOf(startsOn), days));

export const issueOf = (person: number, startsOn: CalendarDate): PermitEvent =>
  PermitEvent.parse({
    type: "issue",
    eventId: `p${person}-issue`,
    permitId: `p${person}-1`,
    effectiveOn: from(startsOn, -90),
    area: "339901",
  });

/** Events that follow on each other, some of them in the past, some ahead. */
const permitStory = (chance: Chance, person: number, startsOn: CalendarDate): readonly PermitEvent[] => {
  const events: PermitEvent[] = [];
  let permit = 1;
  let standing: "valid" | "suspended" | "cancelled" = "valid";
  let day = chance.between(-6, 2);
  const happens = (type: PermitEvent["type"], more: Readonly<Record<string, unknown>> = {}) => {
    const eventId = `p${person}-${events.length + 1}-${type}`;
    const common = { type, eventId, permitId: `p${person}-${permit}`, effectiveOn: from(startsOn, day) };
    events.push(PermitEvent.parse({ ...common, ...more }));
  };
  for (let left = chance.between(1, 4); left > 0; left--) {
    const percent = chance.between(1, 100);
    if (standing === "cancelled") {
      permit += 1;
      happens("issue", { area: chance.oneOf("339901", "339902", "339903") });
      standing = "valid";
    } else if (percent <= 18) happens("move", { area: chance.oneOf("339901", "339902", "339903") });
    else if (percent <= 26) {
      happens("cancel");
      standing = "cancelled";
    } else if (standing === "valid") {
      happens("suspend");
      standing = "suspended";
    } else {
      happens("restore");
      standing = "valid";
    }
    day += chance.between(0, 4);
  }
  return events;
};

interface Reported {
  readonly department: Department;
  readonly recordId: string;
  readonly sourceVersion: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

const factsOfPerson = (chance: Chance, person: number, startsOn: CalendarDate): readonly Reported[] => {
  const reported: Reported[] = [];
  for (let left = chance.between(1, 3); left > 0; left--) {
    const department = chance.oneOf("public-security", "public-security", "hrss", "education");
    const before = reported.findLast((one) => one.department === department);
    const sourceVersion = reported.length + 1;
    // some departments say the same again
    const facts = before && chance.percent(40) ? before.facts : factsOf[department](chance, person, startsOn);
    reported.push({ department, recordId: `p${person}-${sourceVersion}`, sourceVersion, facts });
  }
  return reported;
};

type MakeFacts = (chance: Chance, person: number, startsOn: CalendarDate) => Readonly<Record<string, unknown>>;

/** Facts whose points change on days near the simulated ones. */
const factsOf: Readonly<Record<Department, MakeFacts>> = {
  "public-security": (chance, person, startsOn) => ({
    birthDate: chance.percent(90) ? birthDates[person] : null,
    residence: [
      {
        from: from(startsOn, -chance.between(20, 400)),
        to: chance.percent(30) ? from(startsOn, chance.between(-3, 8)) : null,
        province: "330000",
      },
    ],
  }),
  hrss: (chance, _person, startsOn) => ({
    skills: chance.percent(50) ? [] : null,
    pension: [
      {
        from: "2023-01",
        to: monthText(monthOn(dayAfter(dayOf(startsOn), chance.between(-60, 60)))),
        province: "330000",
        kind: "employee",
        backpaid: false,
      },
    ],
  }),
  education: (chance, _person, startsOn) => ({
    education: [
      { level: chance.oneOf("college", "bachelor"), obtainedOn: from(startsOn, chance.between(-5, 8)), verified: true },
    ],
  }),
};
