/** What cannot be read is read again alone, and fails there: nobody beside it does. */
export const readable = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
