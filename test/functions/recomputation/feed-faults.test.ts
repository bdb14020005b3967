import type { DynamoDBRecord } from "aws-lambda";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followChanges } from "#functions/recomputation/follow-changes.ts";
import { isSameResult } from "#functions/recomputation/score-changes.ts";
import { scoreRecord } from "#functions/recomputation/score-record.ts";
import { type CalendarDate, date, dateOf, day, dayAfter } from "#shared/domain/calendar.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { aPermitHolder, type Register } from "#test/support/permit-holder.ts";

const follow = (register: Register, records: readonly DynamoDBRecord[], killedAt = Number.POSITIVE_INFINITY) => {
  let calls = 0;
  /** The worker dies before one of its calls, or right after it: from then on every one fails. */
  const mortal =
    <Arguments extends readonly unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      if (++calls > killedAt) throw new Error("killed");
      const answer = await call(...given);
      if (++calls > killedAt) throw new Error("killed");
      return answer;
    };
  const following = {
    ...register,
    residents: { readSubject: mortal(register.residents.readSubject) },
    scores: { read: mortal(register.scores.read), save: mortal(register.scores.save) },
    retryQueue: { send: mortal(register.retryQueue.send) },
    publish: () => undefined,
  };
  return followChanges(following)({ Records: [...records] });
};

const stateOf = async ({ scores }: Register, id: ResidentId) => ({
  score: await scores.read(id),
  history: (await scores.history(id, { limit: 100 })).entries,
});

const suspendedInThreeSteps = async () => {
  const { register, id } = await aPermitHolder("2024-06-30");
  await follow(register, register.stream());
  await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-20" });
  return { register, id, news: register.stream().slice(-1) };
};

test("a worker killed between any two calls changes nothing: whoever follows brings about the same", async () => {
  const undisturbed = await suspendedInThreeSteps();
  await follow(undisturbed.register, undisturbed.news);
  const expected = await stateOf(undisturbed.register, undisturbed.id);

  let survived = false;
  let killedAt = 0;
  for (; !survived && killedAt < 20; killedAt++) {
    const { register, id, news } = await suspendedInThreeSteps();
    survived = await follow(register, news, killedAt).then(
      ({ batchItemFailures }) => batchItemFailures.length === 0 && register.retryQueue.waiting().length === 0,
      () => false,
    );
    await follow(register, news);
    expect([killedAt, await stateOf(register, id)]).toEqual([killedAt, expected]);
  }

  // read, read, save and send, each before and after
  expect(killedAt).toBe(9);
});

/** What happens, in any order: the permit changes, the calendar moves on, or some of the feed is delivered. */
type Happening =
  | { readonly what: "event"; readonly type: PermitEvent["type"]; readonly inDays: number }
  | { readonly what: "days"; readonly days: number }
  | { readonly what: "delivery"; readonly from: number; readonly count: number; readonly killedAt: number }
  | { readonly what: "night" };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant("event" as const),
    type: fc.constantFrom<PermitEvent["type"][]>("suspend", "suspend", "restore", "restore", "cancel", "move", "issue"),
    inDays: fc.integer({ min: -30, max: 30 }),
  }),
  fc.record({ what: fc.constant("days" as const), days: fc.integer({ min: -2, max: 20 }) }),
  fc.record({
    what: fc.constant("delivery" as const),
    from: fc.nat({ max: 12 }),
    count: fc.integer({ min: 1, max: 4 }),
    killedAt: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat({ max: 8 })),
  }),
  fc.constant({ what: "night" as const }),
);

test("late, twice, out of order or killed half-way: a basis only grows, and in the end all is as computed afresh", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (happenings) => {
      const { register, id } = await aPermitHolder("2024-06-30");
      let stored = await register.scores.read(id);
      for (const [index, one] of happenings.entries()) {
        await happens(register, id, one, index);
        const now = await register.scores.read(id);
        if (stored) expect(now?.basis.asOf.localeCompare(stored.basis.asOf)).toBeGreaterThanOrEqual(0);
        if (stored) expect(now?.basis.dossierVersion).toBeGreaterThanOrEqual(stored.basis.dossierVersion);
        stored = now;
      }
      await follow(register, register.stream());

      const { score, history } = await stateOf(register, id);
      const subject = await register.residents.readSubject(id);
      if (!score || !subject) return expect.fail("nothing is recorded");
      const afresh = scoreRecord(register.standards, subject, score.basis.asOf, score);
      expect(score).toEqual(afresh);
      expect(score.status).not.toBe("pending-recompute");
      // history explains where the score stands: each step goes on from the one before, or from a restore that waited
      expect(history[0] && isSameResult(history[0], score)).toBe(true);
      for (const [place, { previous }] of history.entries()) {
        const before = history[place + 1];
        expect([before?.status, before && "pending-recompute"]).toContain(previous?.status);
      }
    }),
    { numRuns: 300, seed: 20240630 },
  );
});

const happens = async (register: Register, id: ResidentId, one: Happening, index: number): Promise<void> => {
  switch (one.what) {
    case "event":
      await register.permit(id, {
        type: one.type,
        eventId: `e${index}`,
        effectiveOn: later(register.today(), one.inDays),
        ...(one.type === "move" && { area: "339902" }),
        ...(one.type === "issue" && { permitId: `permit-${index}`, area: "339903" }),
      });
      return;
    case "days":
      register.setToday(later(register.today(), one.days));
      return;
    case "delivery":
      await follow(register, register.stream().slice(one.from, one.from + one.count), one.killedAt).catch(
        () => undefined,
      );
      return;
    case "night":
      await register.recompute(id, "night");
  }
};

const later = (today: CalendarDate, days: number): CalendarDate => date(dateOf(dayAfter(day(today), days)));
