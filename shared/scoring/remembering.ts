/** Makes each value once; forgets them all when there are too many, so that no run of odd questions fills the memory. */
export const remembering = <Key, Value>(most: number): ((key: Key, make: () => Value) => Value) => {
  const known = new Map<Key, Value>();
  return (key, make) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
};
