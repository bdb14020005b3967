import type { Call } from "#shared/contract/endpoint.ts";
import type { History, queryHistoryEndpoint } from "#shared/contract/query-history.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { historyEntry } from "./history-entry.ts";
import { versionsBehind } from "./versions-behind.ts";
import { mayRead, viewOf } from "./view.ts";

interface Reads {
  readonly residents: Pick<Residents, "read" | "readChanges">;
  readonly scores: Pick<Scores, "history">;
  readonly standards: Standards;
  readonly today: () => CalendarDate;
}

/** How the recorded score changed, and which changes of the dossier stand behind each step. */
export const queryHistory =
  ({ residents, scores, standards, today }: Reads) =>
  async ({
    params: { residentId },
    query: { limit, cursor },
    caller,
  }: Call<typeof queryHistoryEndpoint>): Promise<{ status: 200; body: History }> => {
    const view = viewOf(caller, residentId);
    const dossier = await residents.read(residentId);
    if (!dossier || !mayRead(caller, residentId, areaOf(subjectOf(dossier), dayOf(today())))) {
      throw new Refusal("resident-unknown", { residentId });
    }
    const page = await scores.history(residentId, { limit, cursor });
    const steps = page.entries.map((entry) => ({ entry, behind: versionsBehind(entry, dossier.permitEvents) }));
    const versions = steps.flatMap(({ behind }) => [...behind]);
    const changes =
      versions.length > 0 ? await residents.readChanges(residentId, Math.max(...versions), Math.min(...versions)) : [];
    const entries = steps.map(({ entry, behind }) =>
      historyEntry(
        entry,
        changes.filter(({ version }) => behind.has(version)),
        { view, standards },
      ),
    );
    return { status: 200, body: { residentId, entries, next: page.cursor ?? null } };
  };
