import type { Application, ApplicationNumber, RecordedApplicationStep } from "#shared/domain/application.ts";
import {
  applicationNumbers,
  applicationPlaceIn,
  applicationQueueOf,
  applicationQueuePlaces,
  applicationToItem,
  residentPlaces,
  roundOf,
  usedKey,
} from "#shared/storage/application-items.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { PageRequest } from "#shared/storage/scores.ts";
import type { memoryMessages } from "./memory-messages.ts";
import { pageOf } from "./memory-pages.ts";

/** Applications for tests of what stands on them; they pass the same cases as the table. */
export const memoryApplications = (messages: Pick<ReturnType<typeof memoryMessages>, "putTogether">): Applications => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<ApplicationNumber, string>();
  const steps = new Map<ApplicationNumber, readonly string[]>();
  const holders = new Map<string, ApplicationNumber>();
  const keyOf = (used: Parameters<typeof usedKey>[0]): string => JSON.stringify(usedKey(used));

  const read = (applicationNumber: ApplicationNumber): Application | undefined => {
    const text = stored.get(applicationNumber);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const items = () => [...stored.values()].map((text) => applicationToItem(JSON.parse(text)));
  /** One index: the items of a partition, in order of their places. */
  const inIndex = (partition: string, value: string, sort: string, request: PageRequest, places: RegExp) => {
    const placeOf = (item: ReturnType<typeof applicationToItem>) => item[sort]?.S ?? "";
    const found = items().filter((item) => item[partition]?.S === value);
    return pageOf(
      found.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)),
      request,
      placeOf,
      places,
    );
  };
  const numbersOf = ({ entries, ...page }: ReturnType<typeof inIndex>) => ({
    ...page,
    entries: entries.map(({ application }) => application?.S as ApplicationNumber),
  });

  const record: Applications["record"] = async (application, recorded, { takes = [], frees = [], messages: told }) => {
    const { applicationNumber, version } = application;
    const before = steps.get(applicationNumber) ?? [];
    if (before.length !== version - 1) return "overtaken";
    if (frees.some((used) => holders.get(keyOf(used)) !== applicationNumber)) return "overtaken";
    for (const { from = applicationNumber, ...used } of takes) {
      if (![undefined, from].includes(holders.get(keyOf(used)))) return { used };
    }
    for (const used of frees) holders.delete(keyOf(used));
    for (const used of takes) holders.set(keyOf(used), applicationNumber);
    stored.set(applicationNumber, JSON.stringify(application));
    steps.set(applicationNumber, [...before, JSON.stringify(recorded)]);
    for (const message of told ?? []) messages.putTogether(message);
    return "recorded";
  };

  return {
    read: async (applicationNumber) => read(applicationNumber),

    readMany: async (numbers) => numbers.flatMap((one) => read(one) ?? []),

    readSteps: async (applicationNumber) =>
      (steps.get(applicationNumber) ?? []).map((text): RecordedApplicationStep => JSON.parse(text)),

    holderOf: async (used) => holders.get(keyOf(used)),

    ofResident: async (residentId, request) =>
      numbersOf(inIndex("residentId", residentId, "residentPlace", request, residentPlaces)),

    ofRound: async (programmeId, round, shard, request) =>
      numbersOf(inIndex("round", roundOf(programmeId, round, shard), "application", request, applicationNumbers)),

    record,

    recordMany: async (many) => {
      const overtaken: ApplicationNumber[] = [];
      for (const { application, recorded, messages: told = [] } of many) {
        if ((await record(application, recorded, { messages: told })) !== "recorded") {
          overtaken.push(application.applicationNumber);
        }
      }
      return overtaken;
    },

    queue: async (department, area, request) => {
      const value = applicationQueueOf(department, area);
      const page = inIndex("queue", value, "queuePlace", request, applicationQueuePlaces);
      return { ...page, entries: page.entries.map(applicationPlaceIn) };
    },
  };
};
