import { type CalendarDate, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { Department, supplierOf } from "#shared/domain/department.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import type { Provenance } from "./itemising.ts";

/**
 * When each department last let itself be heard, and who has been silent for longer than the standard expects. Silence is
 * the department's: a batch for the area speaks for everyone in it. It flags lines and never changes a value.
 */
export const freshness = (
  { departments, corrections }: Dossier,
  lastHeard: { readonly [Of in Department]?: CalendarDate },
  standard: CompiledStandard | undefined,
  day: CalendarDate,
): { readonly provenance: Provenance; readonly stale: readonly Department[] } => {
  const isSilent = (department: Department): boolean => {
    const supplier = standard?.root.suppliers.find((one) => one.department === department);
    const received = departments[department]?.receivedOn;
    if (!supplier || received === undefined) return false;
    const batch = lastHeard[department] ?? received;
    const heard = batch > received ? batch : received;
    return dayAfter(dayOf(heard), supplier.expectedEveryDays) < dayOf(day);
  };
  const stale = Department.options.filter(isSilent);
  return {
    stale,
    provenance: (fact) => ({
      receivedAt: departments[supplierOf[fact]]?.receivedAt ?? null,
      stale: stale.includes(supplierOf[fact]),
      correctedOn: corrections.findLast(({ patch }) => patch.fact === fact)?.correctedOn ?? null,
    }),
  };
};
