import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { currentUndertaking, requireUndertaking, undertakingTexts } from "#shared/procedure/undertakings.ts";
import { residentId } from "#test/support/people.ts";

const closed = (text: string): string => text.replaceAll(/\s/g, "");
const document = closed(readFileSync(new URL("../../documents/zhejiang-2023-38.txt", import.meta.url), "utf8"));

test("every text there is can be read, in order of its version, and is called by it", () => {
  const folder = new URL("../../../policies/undertakings/", import.meta.url);
  const versions = globSync("*.json", { cwd: folder }).map((name) => name.replace(".json", ""));

  expect(undertakingTexts.map(({ version }) => version)).toEqual(versions.sort());
  expect(currentUndertaking().version).toBe(versions.at(-1));
});

test("the clause that each rests on stands literally in the document", () => {
  for (const { clause } of undertakingTexts) expect(document).toContain(closed(clause));
});

test("whoever has not given the text in use is told its version", async () => {
  const { version } = currentUndertaking();
  await expect(requireUndertaking(async () => undefined)).rejects.toMatchObject({
    code: "undertaking-missing",
    details: { version },
  });

  const given = { residentId: residentId(1), version, by: "self", subject: "somebody", acceptedAt: "" } as const;

  expect(await requireUndertaking(async (asked) => (asked === version ? given : undefined))).toEqual(given);
});
