/**
 * Lets the process that works on these things die right after its n-th call of them: the call has done what it does, and
 * nobody hears of it. Whatever the dead process still calls does nothing.
 */
export const mortal = (diesAfter: number) => {
  let calls = 0;
  let isDead = false;

  const through =
    <Parts extends readonly unknown[], Answer>(call: (...parts: Parts) => Promise<Answer>) =>
    async (...parts: Parts): Promise<Answer> => {
      if (isDead) throw new Error("a process that was killed went on");
      const answer = await call(...parts);
      calls += 1;
      if (calls === diesAfter) {
        isDead = true;
        throw new Error("killed");
      }
      return answer;
    };

  return {
    /** The same thing, used by the process that dies. */
    of: <Thing extends object>(thing: Thing): Thing =>
      Object.fromEntries(
        Object.entries(thing).map(([name, call]) => [name, typeof call === "function" ? through(call) : call]),
      ) as Thing,
    /** Another process takes its place. */
    born: (): void => {
      isDead = false;
    },
    calls: (): number => calls,
  };
};
