import { type CalendarDate, type Day, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { type Instant, shanghaiDate } from "#shared/domain/dossier.ts";
import type { Restoration } from "#shared/domain/permit-fold.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import { log } from "#shared/runtime/log.ts";
import type { Residents, VersionedSubject } from "#shared/storage/residents.ts";
import type { RetryQueue } from "#shared/storage/retry-queue.ts";

export interface Hastening {
  readonly residents: Pick<Residents, "readChanges">;
  readonly retryQueue: RetryQueue;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/**
 * 重新计算后生效: asks for the recomputation of a score that has been pending for more than ten minutes. Whoever asks for
 * the score gets it even if that can't be asked.
 */
export const hastenRecomputation = async (
  { residents, retryQueue, today, now }: Hastening,
  { residentId, version, subject }: VersionedSubject,
): Promise<void> => {
  const clock = { day: dayOf(today()), at: now() };
  const restored = restorationOn(subject, clock.day);
  if (!restored) return;
  try {
    const [change] = await residents.readChanges(residentId, restored.version, restored.version);
    if (Date.parse(clock.at) - waitsSince(restored.on, change?.receivedAt, clock) <= tenMinutes) return;
    const unsent = await retryQueue.send([{ residentId, dossierVersion: version, why: "pending-too-long" }]);
    if (unsent.length > 0) throw new Error("the retry queue did not take a pending score");
    log.warn("pending-recomputation-hastened", { residentId, dossierVersion: version });
  } catch (fault) {
    log.error("pending-recomputation-not-hastened", { residentId, dossierVersion: version, fault });
  }
};

const tenMinutes = 10 * 60_000;

const restorationOn = ({ facts }: VersionedSubject["subject"], day: Day): Restoration | undefined => {
  const state = permitOn(facts.permit, day);
  return state.standing === "none" ? undefined : state.restored;
};

/**
 * Since the restoration arrived or, dated ahead, since its day began. What was received lives in real time: the days by
 * which the one-machine calendar stands off are taken from the day.
 */
const waitsSince = (
  restoredOn: Day,
  receivedAt: Instant | undefined,
  { day, at }: { readonly day: Day; readonly at: Instant },
): number => {
  const standsOffBy = day - dayOf(shanghaiDate(at));
  const began = Date.parse(`${dateOf(dayAfter(restoredOn, -standsOffBy))}T00:00:00+08:00`);
  return receivedAt === undefined ? began : Math.max(began, Date.parse(receivedAt));
};
