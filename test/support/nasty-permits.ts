import { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { PermitEvent, RecordedPermitEvent } from "#shared/domain/permit-event.ts";
import type { Chance } from "./chance.ts";
import { nastyDate } from "./nasty-facts.ts";

/** Counties with a standard of their own, under the city's alone, and without any local standard. */
export const nastyAreas: readonly [AreaCode, ...AreaCode[]] = [
  AreaCode.parse("339901"),
  AreaCode.parse("339902"),
  AreaCode.parse("339903"),
  AreaCode.parse("338801"),
];

/** Permit events in every state, dated back and ahead, that arrived in any order; lawful lives and mere noise. */
export const nastyPermitEvents = (chance: Chance, firstVersion: number): readonly RecordedPermitEvent[] => {
  const events = chance.percent(8) ? [] : chance.percent(75) ? aLife(chance) : noise(chance);
  return chance
    .shuffled(events)
    .map((event, index) => ({ event: { ...event, eventId: `e${index}` }, version: firstVersion + index }));
};

const eventId = "named-once-shuffled";

/** One permit's life in order: issued, perhaps suspended and restored several times, moved, converted or cancelled. */
const aLife = (chance: Chance): readonly PermitEvent[] => {
  const events: PermitEvent[] = [];
  let permit = 1;
  let effectiveOn: CalendarDate = chance.percent(90) ? nastyDate(chance, 2012, 2022) : nastyDate(chance, 2023, 2031);
  const wait = (): void => {
    const days = chance.oneOf(0, 1, 30, 365, chance.between(1, 700), chance.between(1, 700));
    effectiveOn = dateOf(dayAfter(dayOf(effectiveOn), days));
  };
  const common = () => ({
    eventId,
    permitId: `p${permit}`,
    effectiveOn,
    ...(chance.percent(40) ? { sequence: events.length } : {}),
  });
  const area = () => chance.oneOf(...nastyAreas);

  events.push({ ...common(), type: "issue", area: area() });
  for (let left = chance.oneOf(0, 0, 1, 2, 3, 5); left > 0; left--) {
    wait();
    switch (chance.between(1, 8)) {
      case 1:
      case 2:
        events.push({ ...common(), type: "suspend" });
        break;
      case 3:
      case 4:
        events.push({ ...common(), type: "suspend" });
        wait();
        events.push({ ...common(), type: "restore" });
        break;
      case 5:
        events.push({ ...common(), type: "move", area: area() });
        break;
      case 6:
        events.push({ ...common(), type: "endorse", endorsementDueOn: nastyDate(chance, 2024, 2030) });
        break;
      case 7:
        events.push({ ...common(), type: "convert", newPermitId: `p${permit + 1}`, area: area() });
        permit += 1;
        break;
      default:
        events.push({ ...common(), type: "cancel" });
        permit += 1;
        if (chance.percent(70)) {
          wait();
          events.push({ ...common(), type: "issue", area: area() });
        }
    }
  }
  return events;
};

/** Events that need not fit: before an issue, after a cancel, restores of nothing, conversions in a ring. */
const noise = (chance: Chance): readonly PermitEvent[] =>
  chance.several(chance.between(1, 6), (): PermitEvent => {
    const permit = chance.between(1, 3);
    const common = {
      eventId,
      permitId: `p${permit}`,
      effectiveOn: nastyDate(chance, 2019, 2029),
      ...(chance.percent(50) ? { sequence: chance.between(0, 3) } : {}),
    };
    const area = chance.oneOf(...nastyAreas);
    const type = chance.oneOf("issue", "issue", "suspend", "restore", "cancel", "move", "convert", "endorse");
    switch (type) {
      case "issue":
      case "move":
        return { ...common, type, area };
      case "convert":
        return { ...common, type, newPermitId: `p${(permit % 3) + 1}`, area };
      case "endorse":
        return { ...common, type, endorsementDueOn: nastyDate(chance, 2024, 2030) };
      default:
        return { ...common, type };
    }
  });
