import { Logger } from "@aws-lambda-powertools/logger";

/**
 * All that may stand in a log: opaque ids, codes and counts. A closed list, so that a name, a number, a fact or
 * the points of a person do not get in by the way; a further key is a line here and a thought about it.
 */
export interface LogDetails {
  readonly endpoint?: string;
  readonly requestId?: string;
  readonly residentId?: string;
  readonly jobId?: string;
  readonly batchId?: string;
  readonly materialId?: string;
  readonly messageId?: string;
  readonly programmeId?: string;
  readonly listingId?: string;
  readonly findingId?: string;
  readonly department?: string;
  readonly area?: string;
  readonly shard?: string | number;
  readonly dossierVersion?: number;
  readonly registryRevision?: number;
  /** Of a result, as stored and as it should be: hashes that name a result without showing it. */
  readonly digests?: Readonly<Record<"stored" | "expected", string>>;
  /** The calendar day that a run works on. */
  readonly asOf?: string;
  /** A closed code: why something ran, what was refused, the state of a job. */
  readonly cause?: string;
  readonly refusal?: string;
  /** Names of what has happened: `permit-suspended`. */
  readonly events?: readonly string[];
  readonly state?: string;
  readonly status?: number;
  readonly changed?: boolean;
  readonly attempt?: number;
  readonly milliseconds?: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** What was thrown; of it only kinds and places are written. */
  readonly fault?: unknown;
}

/** A past-tense name: `score-recomputed`. */
type EventName = `${string}-${string}`;

const logger = new Logger({ serviceName: "new-resident-points" });

/** Logs are events: a past-tense name and opaque ids. */
export const log = {
  info: (event: EventName, details: LogDetails = {}): void => logger.info(event, written(details)),
  warn: (event: EventName, details: LogDetails = {}): void => logger.warn(event, written(details)),
  error: (event: EventName, details: LogDetails = {}): void => logger.error(event, written(details)),
} as const;

const written = ({ fault, ...details }: LogDetails) =>
  fault === undefined ? details : { ...details, fault: faultChain(fault) };

interface WrittenFault {
  readonly kind: string;
  readonly message?: string;
  readonly places?: readonly string[];
}

const faultChain = (thrown: unknown): readonly WrittenFault[] => {
  const chain: WrittenFault[] = [];
  for (let fault = thrown; fault !== undefined && chain.length < 5; fault = causeOf(fault))
    chain.push(writtenFault(fault));
  return chain;
};

const writtenFault = (fault: unknown): WrittenFault => {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const { stack = "", message } = fault;
  const places = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .slice(1);
  return {
    kind: fault.name,
    // libraries quote what they were given (JSON.parse its text, node its argument); the texts of this project do not
    ...(fault.constructor === Error && { message: withoutPeople(message) }),
    places: places.slice(0, 8).map((place) => place.trim()),
  };
};

// a second line of defence: names are written in Han characters, identity numbers in long runs of digits
const withoutPeople = (message: string): string => message.replace(/\p{Script=Han}+|\d{6,}/gu, "…");

const causeOf = (fault: unknown): unknown => (fault instanceof Error ? fault.cause : undefined);
