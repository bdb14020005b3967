import * as z from "zod";
import { checkedRequest, parsedRequest } from "./checked-request.ts";
import { actionOf, validationOf } from "./dynalite.ts";
import type { Engine } from "./engine.ts";
import type { Item } from "./item.ts";
import { perform } from "./perform.ts";
import { refuseTooLarge } from "./transaction-size.ts";

const TransactGetItems = z.strictObject({
  TransactItems: z
    .array(z.strictObject({ Get: z.looseObject({}) }))
    .min(1)
    .max(100),
});

const action = actionOf("getItem");
const validation = validationOf("getItem");

/** TransactGetItems: all from one snapshot, so never half of a write. */
export const transactGet = async ({ level, snapshots }: Engine, request: object): Promise<object> => {
  const { TransactItems } = parsedRequest(request, TransactGetItems);
  const gets = TransactItems.map(({ Get }) => checkedRequest<object>(Get, validation));
  return snapshots.present(async (state) => {
    const performed = await Promise.all(gets.map((get) => perform(level, action, get, () => state)));
    const Responses: readonly { readonly Item?: Item }[] = performed.map(({ answer }) => answer);
    refuseTooLarge(Responses.flatMap(({ Item }) => (Item ? [Item] : [])));
    return { Responses };
  });
};
