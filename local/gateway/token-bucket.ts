import type { Throttle } from "../template/api.ts";

/** Whether one more request may pass: as many at once as the burst, refilled at the rate. */
export const tokenBucket = ({ rateLimit, burstLimit }: Throttle, now: () => number = Date.now) => {
  let tokens = burstLimit;
  let at = now();
  return (): boolean => {
    const before = at;
    at = now();
    tokens = Math.min(burstLimit, tokens + ((at - before) / 1000) * rateLimit);
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};
