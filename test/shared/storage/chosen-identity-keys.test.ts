import { afterEach, expect, test, vi } from "vitest";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { newKeyFile } from "#test/support/test-identity-keys.ts";

afterEach(() => vi.unstubAllEnvs());

test("the key file is chosen where there is one", async () => {
  const file = await newKeyFile();
  vi.stubEnv("IDENTITY_KEY_FILE", file);

  const [one, again] = [chosenIdentityKeys(), chosenIdentityKeys()];

  expect(await one.lookup("one")).toBe(await again.lookup("one"));
});

test("without a file there has to be a key to look up, to seal or to open with", () => {
  for (const name of ["IDENTITY_KEY_FILE", "IDENTITY_LOOKUP_SECRET_ARN", "IDENTITY_KEY_ID"]) vi.stubEnv(name, "");

  expect(() => chosenIdentityKeys()).toThrow("names no keys");
});
