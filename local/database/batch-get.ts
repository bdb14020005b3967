import { checkedRequest } from "./checked-request.ts";
import { actionOf, validationOf } from "./dynalite.ts";
import type { Engine } from "./engine.ts";
import { perform } from "./perform.ts";

type ByTable = Readonly<Record<string, { readonly Keys: readonly object[]; readonly ConsistentRead?: boolean }>>;

const action = actionOf("batchGetItem");
const validation = validationOf("batchGetItem");

/** BatchGetItem: each table says for itself whether it is read from the present or from a moment ago. */
export const batchGet = async ({ level, snapshots }: Engine, request: object): Promise<object> => {
  const asked = structuredClone(request) as { readonly RequestItems: ByTable };
  const checked = checkedRequest<{ readonly RequestItems: ByTable }>(request, validation);
  const answer: { readonly UnprocessedKeys?: ByTable } = await snapshots.present((present) =>
    snapshots.past(async (past) => {
      const stateOf = (table: string) => (checked.RequestItems[table]?.ConsistentRead ? present : past);
      return (await perform(level, action, checked, stateOf)).answer;
    }),
  );
  // dynalite forgets the projection, so what comes second would look unlike the first
  const left = Object.entries(answer.UnprocessedKeys ?? {}).map(([table, { Keys }]) => [
    table,
    { ...asked.RequestItems[table], Keys },
  ]);
  return { ...answer, UnprocessedKeys: Object.fromEntries(left) };
};
