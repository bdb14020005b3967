import type { Application, ApplicationNumber, RecordedApplicationStep } from "#shared/domain/application.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { ProgrammeId } from "#shared/domain/programme.ts";
import type { UsedOnce } from "#shared/domain/used-once.ts";
import { shardOfApplication } from "./application-shards.ts";
import type { ApplicationPlace } from "./applications.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";
import type { Shard } from "./shards.ts";

/** The keys and codecs of the table `applications`. */
export const applicationKey = (applicationNumber: ApplicationNumber): Item => ({
  application: text(applicationNumber),
  item: text("current"),
});

export const applicationStepPrefix = "step#";

export const usedKey = ({ programmeId, kind, id }: UsedOnce): Item => ({
  application: text(`used#${programmeId}#${kind}#${id}`),
  item: text("current"),
});

export const usedToItem = (used: UsedOnce, holder: ApplicationNumber): Item => ({
  ...usedKey(used),
  holder: text(holder),
});

export const holderIn = (item: Item): ApplicationNumber => textIn(item, "holder") as ApplicationNumber;

/** The application, and its places in the indexes; in a queue only while it waits for an office. */
export const applicationToItem = (application: Application): Item => {
  const { applicationNumber, residentId, programmeId, round, version, state, department, area, term } = application;
  return {
    ...applicationKey(applicationNumber),
    version: whole(version),
    json: json(application),
    residentId: text(residentId),
    residentPlace: text(residentPlace(application)),
    round: text(roundOf(programmeId, round, shardOfApplication(applicationNumber))),
    ...(state === "submitted" &&
      term && {
        queue: text(applicationQueueOf(department, area)),
        queuePlace: text(`${term.dueOn}#${term.provisional ? "provisional" : "fixed"}#${area}#${applicationNumber}`),
      }),
  };
};

export const applicationFromItem = (item: Item): Application => jsonIn(item, "json");

export const applicationStepToItem = (recorded: RecordedApplicationStep): Item => ({
  application: text(recorded.applicationNumber),
  item: text(`${applicationStepPrefix}${sortable(recorded.version)}`),
  json: json(recorded),
});

export const applicationStepFromItem = (item: Item): RecordedApplicationStep => jsonIn(item, "json");

export const residentPlace = ({ appliedAt, applicationNumber }: Application): string =>
  `${appliedAt}#${applicationNumber}`;

export const roundOf = (programmeId: ProgrammeId, round: 1 | 2, shard: Shard): string =>
  `${programmeId}#${round}#${shard}`;

/** A city's applications lie in one queue, so that whoever answers for a city sees them in one order. */
export const applicationQueueOf = (department: string, area: AreaCode): string => `${department}#${area.slice(0, 4)}`;

const number = "A-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}";
export const applicationNumbers = new RegExp(`^${number}$`);
export const residentPlaces = new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#${number}$`);
export const applicationQueuePlaces = new RegExp(`^\\d{4}-\\d\\d-\\d\\d#(fixed|provisional)#\\d{6}#${number}$`);

/** The number with which a place in an index ends. */
export const numberAt = (place: string): ApplicationNumber => place.split("#").at(-1) as ApplicationNumber;

export const applicationPlaceIn = (item: Item): ApplicationPlace => {
  const [dueOn, term, area, applicationNumber] = textIn(item, "queuePlace").split("#");
  return { dueOn, term, area, applicationNumber } as unknown as ApplicationPlace;
};
