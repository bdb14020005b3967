import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dayOf } from "#shared/domain/calendar.ts";
import type { TokenRequest } from "../issuer.ts";
import type { System } from "../system.ts";
import { apiClient } from "./api-client.ts";
import { exampleProgrammes } from "./example-programmes.ts";
import { city } from "./newcomer.ts";

/** A programme that a fresh system knows, and under which id. */
export interface LoadedProgramme {
  readonly programmeId: string;
  readonly name: string;
}

/** Writes and approves the example programmes through the API, as two persons would; once for a data directory. */
export const loadProgrammes = async (system: System): Promise<readonly LoadedProgramme[]> => {
  const { programmes: file } = system.data;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));

  const { post } = apiClient(system);
  const writer: TokenRequest = { role: "rule-maker", sub: "rule-maker-1", areas: [city] };
  const approver: TokenRequest = { role: "approver", sub: "approver-1", areas: [city] };
  const loaded: LoadedProgramme[] = [];
  for (const terms of exampleProgrammes(dayOf(system.clock.today()))) {
    const { programmeId, digest } = await post<{ programmeId: string; digest: string }>(
      "/v1/programmes",
      terms,
      writer,
    );
    await post(`/v1/programmes/${programmeId}/publication`, { digest }, approver);
    loaded.push({ programmeId, name: terms.name.zh });
  }
  writeFileSync(file, JSON.stringify(loaded));
  return loaded;
};
