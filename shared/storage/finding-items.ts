import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { CreditRecord, Finding, FindingId, RecordedFindingStep } from "#shared/domain/finding.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";
import type { FindingPlace } from "./findings.ts";
import { shardOf } from "./shards.ts";

/** The keys and codecs of the table `findings`. */
export const findingKey = (residentId: ResidentId, findingId: FindingId): Item => ({
  holder: text(residentId),
  item: text(`${findingPrefix}${findingId}`),
});

export const findingPrefix = "finding#";

/** The finding, and its place on the day the calendar has something to do. */
export const findingToItem = (finding: Finding, nextDay: CalendarDate | undefined): Item => {
  const { residentId, findingId, version } = finding;
  return {
    ...findingKey(residentId, findingId),
    version: whole(version),
    finding: json(finding),
    ...(nextDay && {
      shard: text(shardOf(residentId)),
      dayPlace: text(`${nextDay}#${residentId}#${findingId}`),
    }),
  };
};

export const findingFromItem = (item: Item): Finding => jsonIn(item, "finding");

export const findingStepPrefix = (findingId: FindingId): string => `step#${findingId}#`;

export const findingStepToItem = (recorded: RecordedFindingStep): Item => ({
  holder: text(recorded.residentId),
  item: text(`${findingStepPrefix(recorded.findingId)}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const findingStepFromItem = (item: Item): RecordedFindingStep => jsonIn(item, "recorded");

export const findingDayPlaces = /^\d{4}-\d\d-\d\d#r-[0-9a-z]{26}#f-[0-9a-z]{26}$/;

export const findingPlaceIn = (item: Item): FindingPlace => placeOf(textIn(item, "dayPlace"));

/** The key of the finding whose place on a day this is. */
export const findingKeyAt = (place: string): Item => {
  const { residentId, findingId } = placeOf(place);
  return findingKey(residentId, findingId);
};

const placeOf = (place: string): FindingPlace => {
  const [, residentId, findingId] = place.split("#");
  return { residentId, findingId } as unknown as FindingPlace;
};

/** All credit records lie together: there are few of them, and their order is what matters. */
export const creditRecords = "credit-records";

export const creditItem = (sequence: number): string => `record#${sortable(sequence)}`;

export const creditToItem = (record: CreditRecord): Item => ({
  holder: text(creditRecords),
  item: text(creditItem(record.sequence)),
  record: json(record),
});

export const creditFromItem = (item: Item): CreditRecord => jsonIn(item, "record");
