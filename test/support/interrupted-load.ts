import { generatedResident } from "#local/demo/generated-resident.ts";
import { city, type Newcomer } from "#local/demo/newcomer.ts";
import type { Arrival } from "#shared/domain/arrival.ts";
import { date, dayOf } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { TestSystem } from "./test-system.ts";

/** What was acknowledged for one person. */
export interface Acknowledged {
  readonly residentId?: string;
  readonly isNew?: boolean;
  /** What was said of each arrival, as far as anything was. */
  readonly outcomes: readonly string[];
  readonly dossierVersion: number;
}

/** So many invented people, always the same. */
export const people = (count: number): readonly Newcomer[] =>
  Array.from({ length: count }, (_, number) => generatedResident(7, number, dayOf(date("2026-06-30"))));

/** Sends everything of everyone, eight at a time, and notes what was acknowledged until nobody answers any more. */
export const load = async (
  system: TestSystem,
  everyone: readonly Newcomer[],
  acknowledged: () => void = () => {},
  isOver: () => boolean = () => false,
): Promise<readonly Acknowledged[]> => {
  const put = await sender(system);
  return inParallel(everyone, 8, async ({ person, area, arrivals }) => {
    let known: Acknowledged = { outcomes: [], dossierVersion: 0 };
    try {
      const { status, body } = await put("public-security", "POST", "/v1/residents", { ...person, area });
      known = { residentId: body.residentId, isNew: status === 201, outcomes: [], dossierVersion: 1 };
      acknowledged();
      for (const arrival of arrivals) {
        const { outcome, dossierVersion } = (await put(...addressed(body.residentId, arrival))).body;
        known = { ...known, outcomes: [...known.outcomes, outcome], dossierVersion };
        acknowledged();
      }
    } catch (error) {
      if (!isOver()) throw error;
    }
    return known;
  });
};

/** Loads everyone, and kills the system in the middle of it: once so many calls have been acknowledged. */
export const loadAndKill = async (
  system: TestSystem,
  everyone: readonly Newcomer[],
  afterCalls: number,
): Promise<readonly Acknowledged[]> => {
  let calls = 0;
  let killing: Promise<void> | undefined;
  const acknowledged = () => {
    calls += 1;
    if (calls === afterCalls) killing = system.kill();
  };
  const before = await load(system, everyone, acknowledged, () => killing !== undefined);
  if (!killing) throw new Error("the load was over before the system was killed");
  await killing;
  return before;
};

const sender = async ({ api, token }: TestSystem) => {
  const feed = (department: Department) => token("feed", { department, areas: [city] });
  const tokens = {
    "public-security": await feed("public-security"),
    education: await feed("education"),
    hrss: await feed("hrss"),
  };
  return async (department: Department, method: string, path: string, body: unknown) => {
    const answer = await api(method, path, { token: tokens[department], body });
    if (answer.status > 202) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
};

const addressed = (residentId: string, arrival: Arrival): [Department, string, string, unknown] => {
  const path = `/v1/residents/${residentId}`;
  if (arrival.kind === "permit-event") return ["public-security", "POST", `${path}/permit-events`, arrival.event];
  const { kind: _, department, ...report } = arrival;
  return [department, "PUT", `${path}/facts/${department}`, report];
};
