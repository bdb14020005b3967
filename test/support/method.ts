import { AreaCode } from "#shared/domain/area.ts";
import { day } from "#shared/domain/calendar.ts";
import { decimal, exactPoints } from "#shared/domain/points.ts";
import type { Readings } from "#shared/domain/readings.ts";
import type { CompiledMethod, MethodContext, Reckoning } from "#shared/policy/method.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { ResidentBuilder } from "./a-resident.ts";

/** The readings that the provincial document has by default. */
const defaults: Readings = {
  ageRule: "day-after-birthday",
  monthRule: "anniversary-day-clamped",
  leftover: "pool31",
  countBackpaid: true,
  pensionKinds: ["employee", "flexible"],
  countDuringSuspension: true,
  unknownEducation: 5,
  capOrder: "before-deductions",
  deductionScope: "total",
  fraudScope: "facts",
};

export const inProvince = (maximum: number, switched: Partial<Readings> = {}): MethodContext => ({
  maximum: exactPoints(maximum),
  readings: { ...defaults, ...switched },
  area: AreaCode.parse("330000"),
});

/** What a method counts of a person on a day. */
export const measured = (method: CompiledMethod, { dossier }: ResidentBuilder, on: string): number =>
  method.measure(subjectOf(dossier).facts, day(on));

/** The points that a method gives a person on a day. */
export const awarded = (method: CompiledMethod, resident: ResidentBuilder, on: string): number =>
  decimal(method.award(measured(method, resident, on)));

/** How it explains them. */
export const explained = (method: CompiledMethod, resident: ResidentBuilder, on: string): Reckoning => {
  const quantity = measured(method, resident, on);
  return method.explain(subjectOf(resident.dossier).facts, day(on), quantity, method.award(quantity));
};
