import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Programme, ProgrammeId, RecordedProgrammeStep } from "#shared/domain/programme.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";

/** The keys and codecs of the table `programmes`. */
export const programmeKey = (programmeId: ProgrammeId): Item => ({
  programmeId: text(programmeId),
  item: text("current"),
});

export const programmeStepPrefix = "step#";

/** The programme, and its places in the indexes: with its city, and on the day on which the calendar acts. */
export const programmeToItem = (programme: Programme, nextDay: CalendarDate | undefined): Item => ({
  ...programmeKey(programme.programmeId),
  version: whole(programme.version),
  programme: json(programme),
  city: text(cityOf(programme.terms.area)),
  ...(nextDay && { shard: text(allDays), dayPlace: text(`${nextDay}#${programme.programmeId}`) }),
});

export const programmeFromItem = (item: Item): Programme => jsonIn(item, "programme");

export const programmeStepToItem = (recorded: RecordedProgrammeStep): Item => ({
  programmeId: text(recorded.programmeId),
  item: text(`${programmeStepPrefix}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const programmeStepFromItem = (item: Item): RecordedProgrammeStep => jsonIn(item, "recorded");

/** The counties of a city lie with it; what holds in all of a province lies by itself. */
export const cityOf = (area: AreaCode): string => area.slice(0, 4);

// there are as many programmes as services and places have years, not as many as people
export const allDays = "all";

export const programmeIds = /^p-[0-9a-z]{26}$/;

export const programmeDayPlaces = /^\d{4}-\d\d-\d\d#p-[0-9a-z]{26}$/;

export const programmeIdIn = (item: Item): ProgrammeId => textIn(item, "programmeId") as ProgrammeId;

/** The programme whose place on a day this is. */
export const programmeAt = (place: string): ProgrammeId => place.slice("2024-06-30#".length) as ProgrammeId;
