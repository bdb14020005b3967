/** Fetches at the first call and keeps what came; a fetch that failed is tried again at the next call. */
export const fetchedOnce = <Value>(fetch: () => Promise<Value>): (() => Promise<Value>) => {
  let fetched: Promise<Value> | undefined;
  return () => {
    fetched ??= fetch().catch((cause) => {
      fetched = undefined;
      throw cause;
    });
    return fetched;
  };
};
