import { parseArgs } from "node:util";

/** What a start of the one-machine system can be told. */
export interface StartOptions {
  readonly host: string;
  readonly port: number;
  /** Where data and keys are kept between starts. */
  readonly data: string;
  readonly fresh: boolean;
  readonly inMemory: boolean;
  /** How many generated dossiers to load beside the named ones. */
  readonly residents: number;
  readonly seed: number;
  /** Whether to begin without the residents that have names. */
  readonly empty: boolean;
  readonly verbose: boolean;
  /** Synthesized before. Without it the sources as they stand are synthesized. */
  readonly assembly: string | undefined;
}

export const usage = `npm start -- [options]
  --port N        listen on port N (8080; 0 takes a free one)
  --host H        listen on address H (127.0.0.1)
  --data DIR      keep data and keys in DIR (.local)
  --fresh         forget what was kept there first
  --in-memory     keep nothing
  --residents N   load N generated dossiers beside the named ones (0)
  --seed N        generate them from this seed (1)
  --empty         load nobody by name
  --assembly DIR  take the synthesized templates and bundles in DIR, instead of making them
  --verbose       print what functions log, instead of keeping it in DIR/functions.log`;

/** @throws Error that names the option that is unknown or ill-valued */
export const startOptions = (args: readonly string[]): StartOptions => {
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
  return {
    host: values.host,
    port: wholeNumber("port", values.port, 65_535),
    data: values.data,
    fresh: values.fresh,
    inMemory: values["in-memory"],
    residents: wholeNumber("residents", values.residents, 10_000_000),
    seed: wholeNumber("seed", values.seed, 2 ** 32 - 1),
    empty: values.empty,
    verbose: values.verbose,
    assembly: values.assembly,
  };
};

const options = {
  port: { type: "string", default: "8080" },
  host: { type: "string", default: "127.0.0.1" },
  data: { type: "string", default: ".local" },
  fresh: { type: "boolean", default: false },
  "in-memory": { type: "boolean", default: false },
  residents: { type: "string", default: "0" },
  seed: { type: "string", default: "1" },
  empty: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  assembly: { type: "string" },
} as const;

const wholeNumber = (name: string, text: string, maximum: number): number => {
  if (/^\d{1,10}$/.test(text) && Number(text) <= maximum) return Number(text);
  throw new Error(`--${name} must be a whole number from 0 to ${maximum}, not "${text}"`);
};
