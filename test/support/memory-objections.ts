import type { Objection, ObjectionId, RecordedObjectionStep } from "#shared/domain/objection.ts";
import { objectionItems, objectionPlaceIn, objectionPlaces, objectionToItem } from "#shared/storage/objection-items.ts";
import type { Objections } from "#shared/storage/objections.ts";
import type { memoryListings } from "./memory-listings.ts";
import { pageOf } from "./memory-pages.ts";

/** Objections for tests of what stands on them; it passes the same cases as the table. */
export const memoryObjections = (listings: ReturnType<typeof memoryListings>): Objections => {
  const stored = new Map<ObjectionId, string>();
  const steps = new Map<ObjectionId, string[]>();

  const all = (): readonly Objection[] => [...stored.values()].map((text) => JSON.parse(text));
  const read: Objections["read"] = async (listingId, objectionId) =>
    all().find((one) => one.listingId === listingId && one.objectionId === objectionId);

  return {
    read,

    readSteps: async (listingId, objectionId) =>
      (steps.get(objectionId) ?? [])
        .map((text): RecordedObjectionStep => JSON.parse(text))
        .filter((step) => step.listingId === listingId),

    ofListing: async (listingId, request) => {
      const own = all()
        .filter((one) => one.listingId === listingId)
        .sort((one, other) => (one.objectionId < other.objectionId ? -1 : 1));
      return pageOf(own, request, ({ objectionId }) => `objection#${objectionId}`, objectionItems);
    },

    record: async (objection, recorded, together) => {
      const { objectionId, version } = objection;
      const before = steps.get(objectionId) ?? [];
      if (before.length !== version - 1) return "overtaken";
      if (together && !listings.follows(together.listing)) return "overtaken";
      steps.set(objectionId, [...before, JSON.stringify(recorded)]);
      stored.set(objectionId, JSON.stringify(objection));
      if (together) await listings.record(together.listing, together.recorded);
      return "recorded";
    },

    queue: async (department, area, request) => {
      const items = all()
        .filter((one) => one.department === department && one.area.slice(0, 4) === area.slice(0, 4))
        .map(objectionToItem)
        .filter(({ queuePlace }) => queuePlace !== undefined)
        .sort((one, other) => ((one.queuePlace?.S ?? "") < (other.queuePlace?.S ?? "") ? -1 : 1));
      const page = pageOf(items, request, (item) => item.queuePlace?.S ?? "", objectionPlaces);
      return { ...page, entries: page.entries.map(objectionPlaceIn) };
    },
  };
};
