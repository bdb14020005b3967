import * as z from "zod";
import file from "#policies/materials/330000-zhejiang.json" with { type: "json" };
import { AreaCode } from "#shared/domain/area.ts";
import { Service } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { Words } from "#shared/domain/words.ts";

const Code = z.string().regex(/^[a-z-]{1,40}$/);
/** One of each list is needed; a list of one is a material that is required. */
const needed = { required: z.array(z.array(Code).min(1).readonly()).readonly(), optional: z.array(Code).readonly() };
const MaterialsNeeded = z.strictObject({
  area: AreaCode,
  name: Words,
  source: z.string(),
  note: Words,
  materials: z.array(z.strictObject({ code: Code, name: Words }).readonly()).readonly(),
  indicators: z.array(z.strictObject({ indicator: z.string(), ...needed }).readonly()).readonly(),
  services: z.array(z.strictObject({ service: Service, ...needed }).readonly()).readonly(),
});

const { materials, indicators, services } = MaterialsNeeded.parse(file);

/** A material that proves something, by its code. */
export interface MaterialKind {
  readonly code: string;
  readonly name: Words;
}

/** What proves an indicator, or goes with an application: one of each of these, and whatever else helps. */
export interface NeededMaterials {
  readonly required: readonly (readonly string[])[];
  readonly optional: readonly string[];
}

export const materialKinds: readonly MaterialKind[] = materials;

/** Of every indicator about which something is said. */
export const materialsOfIndicators: readonly (NeededMaterials & { readonly indicator: string })[] = indicators;

/** Of every public service. */
export const materialsOfServices: readonly (NeededMaterials & { readonly service: Service })[] = services;

/** An indicator about which nothing is said takes any material and needs none. */
export const neededMaterials = (indicator: string): NeededMaterials =>
  indicators.find((one) => one.indicator === indicator) ?? {
    required: [],
    optional: materials.map(({ code }) => code),
  };

/** Of which of the needed materials none is among the codes. */
export const missingMaterials = (indicator: string, codes: readonly string[]): readonly (readonly string[])[] =>
  missingOf(neededMaterials(indicator).required, codes);

/**
 * @throws Refusal materials-missing when something needed is not there, invalid-request when a code proves nothing of the
 * indicator
 */
export const requireMaterials = (indicator: string, codes: readonly string[]): void =>
  requireNeeded(neededMaterials(indicator), codes);

/**
 * @throws Refusal materials-missing when something needed is not there, invalid-request when a code has nothing to do with
 * the service
 */
export const requireServiceMaterials = (service: Service, codes: readonly string[]): void => {
  const ofService = services.find((one) => one.service === service);
  if (!ofService) throw new Error(`nothing says what ${service} needs`);
  requireNeeded(ofService, codes);
};

const requireNeeded = ({ required, optional }: NeededMaterials, codes: readonly string[]): void => {
  const lawful = new Set([...required.flat(), ...optional]);
  const errors = codes.flatMap((code, at) =>
    lawful.has(code) ? [] : [{ field: `materials[${at}].code`, detail: `must be one of ${[...lawful].join(", ")}` }],
  );
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  const missing = missingOf(required, codes);
  if (missing.length > 0) throw new Refusal("materials-missing", { missing });
};

const missingOf = (required: NeededMaterials["required"], codes: readonly string[]) =>
  required.filter((oneOf) => !oneOf.some((code) => codes.includes(code)));
