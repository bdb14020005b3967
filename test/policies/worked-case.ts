import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ScoreStatus } from "#shared/domain/score.ts";
import { ScoreInput } from "#shared/domain/score-input.ts";

/**
 * A worked case of the file `<first day>.cases.json` that lies beside each standard: what it gives one person on one day.
 * The name says it in the words of the document.
 */
export const WorkedCase = z.strictObject({
  name: z.string().min(1),
  day: CalendarDate,
  /** The person's county; without it the area of the standard. */
  area: AreaCode.exactOptional(),
  /** What is known of the person; what is left out is not known. */
  facts: ScoreInput,
  /** Left out when effective. */
  status: ScoreStatus.default("effective"),
  /** Points by the code of each line, caps and floors included. Lines that give nothing are left out. */
  lines: z.record(z.string(), z.number()),
  /** 总积分 that counts: the sum of the lines when effective, else 0. */
  total: z.number().min(0),
});
export type WorkedCase = z.infer<typeof WorkedCase>;
