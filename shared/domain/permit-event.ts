import * as z from "zod";
import { AreaCode } from "./area.ts";
import { CalendarDate } from "./calendar.ts";
import { OpaqueId } from "./opaque-id.ts";

const event = {
  eventId: OpaqueId,
  permitId: OpaqueId,
  effectiveOn: CalendarDate,
  sequence: z.int().min(0).exactOptional(),
};

/** What happens to a residence permit (居住证). `area` is the county of the permit. */
export const PermitEvent = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("issue"),
      ...event,
      area: AreaCode,
      endorsementDueOn: CalendarDate.exactOptional(),
    }),
    z.strictObject({ type: z.literal("suspend"), ...event }),
    z.strictObject({ type: z.literal("restore"), ...event }),
    z.strictObject({ type: z.literal("cancel"), ...event }),
    z.strictObject({ type: z.literal("move"), ...event, area: AreaCode }),
    z.strictObject({
      type: z.literal("convert"),
      ...event,
      newPermitId: OpaqueId,
      area: AreaCode,
      endorsementDueOn: CalendarDate.exactOptional(),
    }),
    z.strictObject({ type: z.literal("endorse"), ...event, endorsementDueOn: CalendarDate }),
  ])
  .refine((event) => event.type !== "convert" || event.newPermitId !== event.permitId, {
    path: ["newPermitId"],
    error: "must be another permit than permitId",
  })
  .readonly()
  .meta({
    id: "PermitEvent",
    description: "签发 issue, 中止 suspend, 恢复 restore, 注销 cancel, 迁移 move, 互认转换 convert, 签注 endorse",
  });
export type PermitEvent = z.infer<typeof PermitEvent>;

/** An event in the dossier, with the dossier version that took it in. */
export interface RecordedPermitEvent {
  readonly event: PermitEvent;
  readonly version: number;
}
