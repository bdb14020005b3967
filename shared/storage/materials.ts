import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Material, MaterialId, MaterialPlace } from "#shared/domain/material.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** What is known of every material; the bytes lie in the evidence store. Every read but of the index is strongly consistent. */
export interface Materials {
  read(residentId: ResidentId, materialId: MaterialId): Promise<Material | undefined>;

  /** All of one person, in order of their ids. */
  ofResident(residentId: ResidentId): Promise<readonly Material[]>;

  /** Says whether it was new. */
  put(material: Material): Promise<boolean>;

  /** The next version in place of the one before; `false` when another has come first. */
  replace(material: Material): Promise<boolean>;

  /** The materials to which the calendar does something on or before the day. A moment old, like every index. */
  due(shard: Shard, through: CalendarDate, request: PageRequest): Promise<Page<MaterialPlace>>;
}
