import { expect, test } from "vitest";
import { startOptions } from "#local/arguments.ts";

test("without arguments it listens on this machine only and keeps its data", () => {
  expect(startOptions([])).toEqual({
    host: "127.0.0.1",
    port: 8080,
    data: ".local",
    fresh: false,
    inMemory: false,
    residents: 0,
    seed: 1,
    empty: false,
    verbose: false,
    assembly: undefined,
  });
});

test("every option is taken", () => {
  const args =
    "--port 0 --host ::1 --data /tmp/a --fresh --in-memory --residents 100000 --seed 7 --empty --verbose --assembly /tmp/b".split(
      " ",
    );

  expect(startOptions(args)).toEqual({
    host: "::1",
    port: 0,
    data: "/tmp/a",
    fresh: true,
    inMemory: true,
    residents: 100_000,
    seed: 7,
    empty: true,
    verbose: true,
    assembly: "/tmp/b",
  });
});

test.for([
  [["--prot", "80"], "--prot"],
  [["8080"], "8080"],
  [["--port", "eighty"], '--port must be a whole number from 0 to 65535, not "eighty"'],
  [["--port", "65536"], "--port must be"],
  [["--residents", "-5"], "--residents"],
] as const)("%j is refused by name", ([args, message]) => {
  expect(() => startOptions(args)).toThrow(message);
});
