import * as z from "zod";
import file from "#policies/materials/330000-zhejiang.json" with { type: "json" };
import { AreaCode } from "#shared/domain/area.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { Words } from "#shared/domain/words.ts";

const Code = z.string().regex(/^[a-z-]{1,40}$/);
const MaterialsNeeded = z.strictObject({
  area: AreaCode,
  name: Words,
  source: z.string(),
  note: Words,
  materials: z.array(z.strictObject({ code: Code, name: Words }).readonly()).readonly(),
  indicators: z
    .array(
      z
        .strictObject({
          indicator: z.string(),
          /** One of each list is needed; a list of one is a material that is required. */
          required: z.array(z.array(Code).min(1).readonly()).readonly(),
          optional: z.array(Code).readonly(),
        })
        .readonly(),
    )
    .readonly(),
});

const { materials, indicators } = MaterialsNeeded.parse(file);

/** A material that proves something, by its code. */
export interface MaterialKind {
  readonly code: string;
  readonly name: Words;
}

/** What proves an indicator: one of each of these, and whatever else helps. */
export interface NeededMaterials {
  readonly required: readonly (readonly string[])[];
  readonly optional: readonly string[];
}

export const materialKinds: readonly MaterialKind[] = materials;

/** Of every indicator about which something is said. */
export const materialsOfIndicators: readonly (NeededMaterials & { readonly indicator: string })[] = indicators;

/** An indicator about which nothing is said takes any material and needs none. */
export const neededMaterials = (indicator: string): NeededMaterials =>
  indicators.find((one) => one.indicator === indicator) ?? {
    required: [],
    optional: materials.map(({ code }) => code),
  };

/** Of which of the needed materials none is among the codes. */
export const missingMaterials = (indicator: string, codes: readonly string[]): readonly (readonly string[])[] =>
  neededMaterials(indicator).required.filter((oneOf) => !oneOf.some((code) => codes.includes(code)));

/**
 * @throws Refusal materials-missing when something needed is not there, invalid-request when a code proves nothing of the
 * indicator
 */
export const requireMaterials = (indicator: string, codes: readonly string[]): void => {
  const { required, optional } = neededMaterials(indicator);
  const lawful = new Set([...required.flat(), ...optional]);
  const errors = codes.flatMap((code, at) =>
    lawful.has(code) ? [] : [{ field: `materials[${at}].code`, detail: `must be one of ${[...lawful].join(", ")}` }],
  );
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  const missing = missingMaterials(indicator, codes);
  if (missing.length > 0) throw new Refusal("materials-missing", { missing });
};
