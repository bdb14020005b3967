import * as z from "zod";
import type { System } from "../system.ts";

const FeedOrder = z.strictObject(
  {
    running: z.boolean().exactOptional(),
    ageByHours: z.number().min(0).max(10_000).exactOptional(),
    deliver: z.enum(["once", "twice"]).exactOptional(),
  },
  { error: 'must be {"running": false}, {"ageByHours": 73} or {"deliver": "twice"}, or several of them' },
);

/** `POST /local/feed`: lets the change feed fail as on AWS it may. */
export const orderFeed = async ({ pump, ageStreamRecords }: System, body: unknown) => {
  const { running, ageByHours, deliver } = FeedOrder.parse(body);
  if (running === false) await pump.pause();
  if (deliver !== undefined) pump.deliverTwice(deliver === "twice");
  if (ageByHours !== undefined) await ageStreamRecords(ageByHours);
  if (running === true) pump.resume();
  return { json: await pump.status() };
};
