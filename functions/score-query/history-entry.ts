import type { HistoryEntry } from "#shared/contract/query-history.ts";
import { supplierOf } from "#shared/domain/department.ts";
import type { RecordedChange } from "#shared/domain/dossier.ts";
import { decimal, type Points } from "#shared/domain/points.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { LineChange, RecordedScore } from "#shared/storage/stored-score.ts";
import type { View } from "./view.ts";

/** One step of the history as the view allows: what changed, and the changes of the dossier behind it. */
export const historyEntry = (
  { basis, recordedAt, cause, status, effectiveTotal, previous, changes }: RecordedScore,
  dossierChanges: readonly RecordedChange[],
  { view, standards }: { readonly view: View; readonly standards: Standards },
): HistoryEntry => {
  const total = (points: Points) => (view === "everything" ? decimal(points) : null);
  const before = previous?.basis.dossierVersion ?? 0;
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
    events: dossierChanges
      .filter(({ version }) => version > before && version <= basis.dossierVersion)
      .filter(({ change }) => view === "everything" || reportedBy(change) === view)
      .map(({ version, receivedAt, change }) => ({ dossierVersion: version, receivedAt, ...described(change) })),
    basis,
  };
};

const orNull = (points: Points | null): number | null => (points === null ? null : decimal(points));

type Change = RecordedChange["change"];

const described = (change: Change): Pick<HistoryEntry["events"][number], "what" | "effectiveOn"> => {
  switch (change.type) {
    case "registered":
      return { what: "registered", effectiveOn: null };
    case "facts-reported":
      return { what: `facts-${change.department}`, effectiveOn: null };
    case "permit-event-recorded":
      return { what: `permit-${change.event.type}`, effectiveOn: change.event.effectiveOn };
  }
};

/** Registration and permits are public security's. */
const reportedBy = (change: Change) => (change.type === "facts-reported" ? change.department : "public-security");

const isLineOf = ({ published }: Standards, { layer, code }: LineChange, view: View): boolean =>
  published.some(
    ({ standard }) =>
      standard.layer === layer &&
      standard.indicators.some((indicator) => indicator.code === code && supplierOf[indicator.rule.fact] === view),
  );
