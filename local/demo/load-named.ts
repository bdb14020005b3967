import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dayOf } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { TokenRequest } from "../issuer.ts";
import type { System } from "../system.ts";
import { apiClient } from "./api-client.ts";
import { namedResidents } from "./named-residents.ts";
import { city } from "./newcomer.ts";

/** Whom a system knows by name, and under which id. */
export interface LoadedResident {
  readonly residentId: string;
  readonly name: string;
  readonly area: string;
  readonly shows: string;
}

/** Sends everyone who has a name through the API, once for a data directory. */
export const loadNamed = async (system: System): Promise<readonly LoadedResident[]> => {
  const { residents: file } = system.data;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));

  const { post } = apiClient(system);
  const today = system.clock.today();
  const everyone = await inParallel(namedResidents(dayOf(today)), 2, async (named) => {
    const registration = { ...named.person, area: named.area };
    const { residentId } = await post<{ residentId: string }>("/v1/residents", registration, feed("public-security"));
    return { ...named, residentId };
  });
  for (const department of Department.options) {
    const records = everyone.flatMap(({ residentId, arrivals }) =>
      arrivals.flatMap((arrival): readonly object[] => {
        if (arrival.kind === "permit-event")
          return department === "public-security" ? [{ residentId, ...arrival }] : [];
        const { department: reporter, ...record } = arrival;
        return reporter === department ? [{ residentId, ...record }] : [];
      }),
    );
    const batch = { batchId: `${city}-named-${today}`, area: city, records };
    const { counts } = await post<{ counts?: { refused: number } }>(
      `/v1/feeds/${department}/batches`,
      batch,
      feed(department),
    );
    if (counts?.refused !== 0) throw new Error(`records of ${department} were refused`);
  }

  const loaded = everyone.map(({ residentId, person, area, shows }) => ({
    residentId,
    name: person.name,
    area,
    shows,
  }));
  writeFileSync(file, JSON.stringify(loaded));
  return loaded;
};

const feed = (department: Department): TokenRequest => ({ role: "feed", department, areas: [city] });
