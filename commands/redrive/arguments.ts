import { parseArgs } from "node:util";

/** Which queues of which system are meant, and what is to be done with them. */
export type RedriveOptions = {
  readonly look: boolean;
  /** Positions that a sweep has made up for: those of before it are to be forgotten. */
  readonly forgetBefore: Date | undefined;
} & (
  | { readonly local: string; readonly queue: string | undefined }
  | { readonly local: undefined; readonly queue: string }
);

export const usage = `npm run redrive -- --queue URL        on AWS: move the dead letters in this queue back
npm run redrive -- --local [ADDRESS]  on one machine, if not at http://127.0.0.1:8080: those of every queue
  --queue NAME            with --local: only those in this queue
  --look                  only say how many there are
  --forget-before MOMENT  for a queue that is nobody's dead-letter queue: forget what was sent to it before MOMENT,
                          such as 2026-11-22T19:00:00Z, when the sweep began that made up for it
  --help                  print this

Dead letters go back to the queue they came from and are tried again, as often as any new message. On AWS, region and
credentials come from the environment as for any AWS tool. The exit status is 0 when all could be moved, 1 when
something stopped it, and 2 when it was called in a way that makes no sense.`;

/** @throws Error that names what is unknown, missing or too much */
export const redriveOptions = (args: readonly string[]): RedriveOptions => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { local, look, queue } = values;
  const [address = defaultAddress, ...more] = positionals;
  if (more.length > 0 || (!local && positionals.length > 0)) throw new Error(`what is "${positionals.at(-1)}"?`);
  const forgetBefore = momentIn(values["forget-before"]);
  if (forgetBefore && look) throw new Error("--look changes nothing, --forget-before does: choose one");
  if (forgetBefore && queue === undefined) throw new Error("--forget-before needs --queue");
  if (local) {
    if (!URL.canParse(address)) throw new Error(`"${address}" is no address, such as ${defaultAddress}`);
    return { look, forgetBefore, local: address, queue };
  }
  if (queue === undefined) throw new Error("--queue says which queue on AWS is meant, --local means this machine");
  if (!URL.canParse(queue)) throw new Error(`--queue takes the queue's URL on AWS, not "${queue}"`);
  return { look, forgetBefore, local: undefined, queue };
};

const defaultAddress = "http://127.0.0.1:8080";

const options = {
  queue: { type: "string" },
  local: { type: "boolean", default: false },
  look: { type: "boolean", default: false },
  "forget-before": { type: "string" },
} as const;

const momentIn = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  // the day alone would leave open whose midnight is meant
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`--forget-before takes a moment such as 2026-11-22T19:00:00Z, not "${text}"`);
  return new Date(text);
};
