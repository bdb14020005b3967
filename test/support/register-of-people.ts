import { recompute } from "#functions/recomputation/recompute.ts";
import { type AreaCode, AreaCode as AreaCodeSchema } from "#shared/domain/area.ts";
import { type CalendarDate, date } from "#shared/domain/calendar.ts";
import type { DepartmentFacts } from "#shared/domain/department.ts";
import { applyChange, type Dossier, type DossierChange } from "#shared/domain/dossier.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { memoryFeedDays } from "./memory-feed-days.ts";
import { memoryJobs } from "./memory-jobs.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryScores } from "./memory-scores.ts";
import { residentId } from "./people.ts";

/** A small register in memory whose calendar stands where a test sets it. */
export const registerOfPeople = (startsOn: string) => {
  let calendar: CalendarDate = date(startsOn);
  let people = 0;
  const residents = memoryResidents();
  const scores = memoryScores();
  const feedDays = memoryFeedDays();
  const jobs = memoryJobs();
  const standards = publishedStandards();
  const today = () => calendar;
  const now = () => `${calendar}T02:00:00.000Z`;

  const change = async (id: ResidentId, made: DossierChange): Promise<Dossier> => {
    const before = await residents.read(id);
    const version = (before?.version ?? 0) + 1;
    const recorded = { residentId: id, version, change: made, receivedAt: now(), receivedOn: calendar, by: "a feed" };
    const dossier = applyChange(before, recorded);
    await residents.append(dossier, recorded);
    return dossier;
  };

  return {
    residents,
    scores,
    feedDays,
    jobs,
    standards,
    today,
    now,
    setToday: (day: string) => {
      calendar = date(day);
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
    recompute: (id: ResidentId) => recompute({ residents, scores, standards, today, now })(id, "requested"),
  };
};

const code = (area: string): AreaCode => AreaCodeSchema.parse(area);
