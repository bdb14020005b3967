/**
 * One read for all that is asked for in the same turn of the event loop, at most so many: what a call costs beside the
 * reading itself is then paid once. Who isn't in the answer is asked for alone.
 */
export const together = <Key, Value>(
  readMany: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  readOne: (key: Key) => Promise<Value | undefined>,
  most: number,
): ((key: Key) => Promise<Value | undefined>) => {
  let open: { readonly keys: Set<Key>; readonly answer: Promise<ReadonlyMap<Key, Value>> } | undefined;

  const begin = () => {
    const keys = new Set<Key>();
    const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
      if (open?.keys === keys) open = undefined;
      return readMany([...keys]);
    });
    return { keys, answer };
  };

  return async (key) => {
    if (!open || open.keys.size >= most) open = begin();
    open.keys.add(key);
    return (await open.answer).get(key) ?? readOne(key);
  };
};
