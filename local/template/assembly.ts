import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
  readonly isConditional: boolean;
}

/** One synthesized CloudFormation template. */
export interface Stack {
  readonly name: string;
  readonly resources: readonly Resource[];
  /** The default of each parameter that has one. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The values of outputs, still unresolved, by the name other stacks import them under. */
  readonly exports: Readonly<Record<string, unknown>>;
}

export interface Assembly {
  readonly stacks: readonly Stack[];
  /** The directory of an asset, by the hash that templates know it by. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads what `node infra/app.ts` wrote: the manifest, every stack's template, and where the assets lie. */
export const readAssembly = (directory: string): Assembly => {
  const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(join(directory, file), "utf8"));
  const artifacts = Object.entries(read<Manifest>("manifest.json").artifacts);
  return {
    stacks: artifacts.flatMap(([name, { type, properties }]) =>
      type === "aws:cloudformation:stack" && properties?.templateFile
        ? [stackOf(name, read<Template>(properties.templateFile))]
        : [],
    ),
    assets: new Map(
      artifacts
        .flatMap(([, { type, properties }]) =>
          type === "cdk:asset-manifest" && properties?.file ? [properties.file] : [],
        )
        .flatMap((file) => Object.entries(read<AssetManifest>(file).files ?? {}))
        .map(([hash, { source }]) => [hash, join(directory, source.path)]),
    ),
  };
};

interface Manifest {
  readonly artifacts: Readonly<
    Record<
      string,
      { readonly type: string; readonly properties?: { readonly templateFile?: string; readonly file?: string } }
    >
  >;
}

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

interface Template {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: unknown; readonly Condition?: string }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

export const stackOf = (name: string, { Resources = {}, Parameters = {}, Outputs = {} }: Template): Stack => ({
  name,
  resources: Object.entries(Resources).map(([logicalId, { Type, Properties = {}, Condition }]) => ({
    logicalId,
    type: Type,
    properties: Properties,
    isConditional: Condition !== undefined,
  })),
  parameters: Object.fromEntries(
    Object.entries(Parameters).flatMap(([id, { Default }]) => (Default === undefined ? [] : [[id, Default]])),
  ),
  exports: Object.fromEntries(
    Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value]] : [])),
  ),
});
