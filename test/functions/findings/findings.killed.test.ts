import { expect, test } from "vitest";
import { standsFound } from "#shared/domain/finding-machine.ts";
import { bob, cat, findingDesk, person, self } from "#test/support/finding-desk.ts";

/** A decision on which the process dies after so many calls; what is left of it the daily duty makes up for. */
const cutOff = async (outcome: "confirmed" | "overturned", diesAfter: number) => {
  const desk = await findingDesk();
  const heard = await desk.heard();
  if (outcome === "overturned") {
    await desk.confirm(bob, heard);
    await desk.appeal(self, heard);
    desk.queued();
  }
  const dying = desk.anotherProcess(diesAfter);
  const decided =
    outcome === "confirmed" ? dying.confirm(bob, heard) : dying.decide(cat, heard, { outcome: "overturned" });
  await decided.catch(() => undefined);

  await desk.keep();
  return { desk, finding: await desk.findings.read(person, heard.findingId), calls: dying.death.calls() };
};

test.each(["confirmed", "overturned"] as const)(
  "what is %s is carried out whole, wherever it is cut off",
  async (outcome) => {
    const { calls } = await cutOff(outcome, Number.POSITIVE_INFINITY);
    expect(calls).toBeGreaterThan(8);

    for (let diesAfter = 1; diesAfter <= calls; diesAfter++) {
      const { desk, finding } = await cutOff(outcome, diesAfter);
      const stands = finding !== undefined && standsFound(finding.state);
      const isDecided = finding?.state === outcome;

      expect(finding?.isOutstanding).toBe(false);
      expect((await desk.application()).state).toBe(stands ? "revoked" : "granted");
      expect((await desk.dossier()).voidedFacts).toHaveLength(stands ? 1 : 0);
      expect((await desk.dossier()).setAside ?? []).toHaveLength(stands ? 1 : 0);
      // somebody has told whoever follows applications, after all was done
      if (isDecided) expect(desk.queued().length).toBeGreaterThan(0);
      expect(await desk.findings.lastCredit()).toBe([outcome === "overturned", isDecided].filter(Boolean).length);
      const steps = (await desk.application()).version;
      await desk.keep();
      expect((await desk.application()).version).toBe(steps);
    }
  },
);
