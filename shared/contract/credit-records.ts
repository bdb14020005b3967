import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { FindingDepartment, FindingId } from "#shared/domain/finding.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

const Record = z
  .strictObject({
    sequence: z.int().min(1),
    residentId: ResidentId,
    findingId: FindingId,
    record: z.enum(["confirmed", "overturned"]),
    area: AreaCode,
    department: FindingDepartment,
    clause: z.string(),
    barredUntil: CalendarDate.exactOptional(),
    on: CalendarDate,
  })
  .readonly()
  .meta({ id: "CreditRecord" });

export const listCreditRecordsEndpoint = {
  id: "list-credit-records",
  method: "GET",
  path: "/v1/credit-records",
  summary: "What the credit archive is told",
  description:
    "信用档案: every finding that was confirmed or overturned, numbered, of the caller's own areas; the same whenever it is " +
    "asked for from the same number on. No name, no reason, nothing that was found out about: whoever may know more asks the " +
    "department.",
  roles: ["feed"],
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,9}$/, "must be the number of a record, or 0")
      .transform(Number)
      .default(0)
      .meta({ description: "`through` of the answer before; 0 unless given" }),
    limit: z
      .string()
      .regex(/^([1-9]\d{0,2}|1000)$/, "must be a whole number from 1 to 1000")
      .transform(Number)
      .default(500)
      .meta({
        description: "Records looked at, 1 to 1000; 500 unless given. A page may hold fewer of one's own areas",
      }),
  }),
  answers: {
    200: {
      description: "The records behind that number; the last page is the one whose `through` is `last`",
      body: z
        .strictObject({ records: z.array(Record).readonly(), through: z.int().min(0), last: z.int().min(0) })
        .readonly()
        .meta({ id: "CreditRecords" }),
    },
  },
  refusals: ["department-not-allowed"],
} as const satisfies Endpoint;
