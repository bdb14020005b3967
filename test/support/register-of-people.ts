import type { DynamoDBRecord } from "aws-lambda";
import { type Recomputed, recompute } from "#functions/recomputation/recompute.ts";
import { type AreaCode, AreaCode as AreaCodeSchema } from "#shared/domain/area.ts";
import { type CalendarDate, date } from "#shared/domain/calendar.ts";
import type { DepartmentFacts } from "#shared/domain/department.ts";
import { applyChange, type Dossier, type DossierChange } from "#shared/domain/dossier.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Cause } from "#shared/storage/stored-score.ts";
import { memoryFeedDays } from "./memory-feed-days.ts";
import { memoryJobs } from "./memory-jobs.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryRetryQueue } from "./memory-retry-queue.ts";
import { memoryScores } from "./memory-scores.ts";
import { residentId } from "./people.ts";
import { streamRecord } from "./stream-record.ts";

/** A small register in memory whose calendar, and real time with it, stand where a test sets them. */
export const registerOfPeople = (startsOn: string, standards: Standards = publishedStandards()) => {
  let calendar: CalendarDate = date(startsOn);
  let time = tenOClock(startsOn);
  let people = 0;
  const residents = memoryResidents();
  const messages = memoryMessages();
  const scores = memoryScores(messages);
  const feedDays = memoryFeedDays();
  const jobs = memoryJobs();
  const retryQueue = memoryRetryQueue();
  const stream: DynamoDBRecord[] = [];
  const today = () => calendar;
  const now = () => new Date(time).toISOString();
  const recomputing = { residents, scores, standards, today, now };

  const change = async (id: ResidentId, made: DossierChange): Promise<Dossier> => {
    const before = await residents.read(id);
    const version = (before?.version ?? 0) + 1;
    const recorded = { residentId: id, version, change: made, receivedAt: now(), receivedOn: calendar, by: "a feed" };
    const dossier = applyChange(before, recorded);
    await residents.append(dossier, recorded);
    stream.push(streamRecord(before, dossier, { sequence: stream.length + 1, committedAt: now() }));
    return dossier;
  };

  return {
    ...recomputing,
    messages,
    feedDays,
    jobs,
    retryQueue,
    /** The records of every change, in order. */
    stream: (): readonly DynamoDBRecord[] => stream,
    setToday: (day: string) => {
      calendar = date(day);
      time = tenOClock(day);
    },
    /** As the one-machine system moves it: real time stays where it is. */
    moveCalendar: (day: string) => {
      calendar = date(day);
    },
    passMinutes: (minutes: number) => {
      time += minutes * 60_000;
    },
    register: async (area: string, birthDate = "1990-05-17"): Promise<ResidentId> => {
      people += 1;
      const id = residentId(people);
      await change(id, { type: "registered", area: code(area), identityBirthDate: date(birthDate) });
      return id;
    },
    policeReport: (id: ResidentId, facts: DepartmentFacts<"public-security">, sourceVersion = 1) =>
      change(id, {
        type: "facts-reported",
        department: "public-security",
        recordId: `police-${sourceVersion}`,
        sourceVersion,
        facts,
      }),
    permit: (id: ResidentId, event: Readonly<Record<string, unknown>>) =>
      change(id, { type: "permit-event-recorded", event: PermitEvent.parse({ permitId: "permit-1", ...event }) }),
    recompute: async (id: ResidentId, cause: Cause = "requested"): Promise<Recomputed["outcome"]> =>
      (await recompute(recomputing)(id, cause)).outcome,
  };
};

const code = (area: string): AreaCode => AreaCodeSchema.parse(area);

/** In Asia/Shanghai. */
const tenOClock = (day: string): number => Date.parse(`${day}T02:00:00.000Z`);
