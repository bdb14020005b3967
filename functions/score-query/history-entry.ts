import type { HistoryEntry } from "#shared/contract/query-history.ts";
import { type Department, supplierOf } from "#shared/domain/department.ts";
import type { RecordedChange } from "#shared/domain/dossier.ts";
import { decimal, type Points } from "#shared/domain/points.ts";
import { permitEventNames } from "#shared/events/dossier-event.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { LineChange, RecordedScore } from "#shared/storage/stored-score.ts";
import type { View } from "./view.ts";

/** One step of the history as the view allows: what changed, and the changes of the dossier behind it. */
export const historyEntry = (
  { basis, recordedAt, cause, status, effectiveTotal, standard, previous, changes }: RecordedScore,
  behind: readonly RecordedChange[],
  { view, standards }: { readonly view: View; readonly standards: Standards },
): HistoryEntry => {
  const total = (points: Points) => (view === "everything" ? decimal(points) : null);
  return {
    asOf: basis.asOf,
    recordedAt,
    cause,
    status,
    effectiveTotal: total(effectiveTotal),
    previous: previous && { status: previous.status, effectiveTotal: total(previous.effectiveTotal) },
    changes: changes
      .filter((change) => view === "everything" || isLineOf(standards, change, view))
      .map(({ layer, code, from, to }) => ({ layer, code, from: orNull(from), to: orNull(to) })),
    standardsChanged: previous !== null && previous.standard !== standard,
    events: behind
      .filter((recorded) => view === "everything" || concerns(recorded, view))
      .map((recorded) => ({
        dossierVersion: recorded.version,
        receivedAt: recorded.receivedAt,
        ...described(recorded),
      })),
    basis,
  };
};

const orNull = (points: Points | null): number | null => (points === null ? null : decimal(points));

type Described = Pick<HistoryEntry["events"][number], "what" | "department" | "effectiveOn">;

const described = ({ version, change }: RecordedChange): Described => {
  switch (change.type) {
    case "registered":
      return {
        what: version === 1 ? "resident-registered" : "registration-moved",
        department: null,
        effectiveOn: null,
      };
    case "facts-reported":
      return { what: "facts-reported", department: change.department, effectiveOn: null };
    case "fact-corrected":
      return { what: "fact-corrected", department: supplierOf[change.patch.fact], effectiveOn: null };
    case "correction-withdrawn":
    case "facts-voided":
    case "voiding-withdrawn":
      return { what: change.type, department: null, effectiveOn: null };
    case "permit-event-recorded":
      return { what: permitEventNames[change.event.type], department: null, effectiveOn: change.event.effectiveOn };
  }
};

/** Registration and permits are public security's. */
const concerns = ({ change }: RecordedChange, department: Department): boolean => {
  switch (change.type) {
    case "facts-reported":
      return change.department === department;
    case "fact-corrected":
      return supplierOf[change.patch.fact] === department;
    // which fact it was is in the change that is withdrawn; the lines that changed with it tell
    case "correction-withdrawn":
    case "facts-voided":
    case "voiding-withdrawn":
      return true;
    case "registered":
    case "permit-event-recorded":
      return department === "public-security";
  }
};

const isLineOf = ({ published }: Standards, { layer, code }: LineChange, view: View): boolean =>
  published.some(
    ({ standard }) =>
      standard.layer === layer &&
      standard.indicators.some((indicator) => indicator.code === code && supplierOf[indicator.rule.fact] === view),
  );
