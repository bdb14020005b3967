import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";

type Known = Pick<Endpoint, "method" | "path">;

/** Says what is wrong with a request that no route of the gateway fits: its method, or its path. */
export const refuseUnknownRoute =
  (endpoints: readonly Known[]) =>
  ({ method, path }: { readonly method: string; readonly path: string }): Refusal => {
    const allowed = [...new Set(endpoints.filter((endpoint) => fits(endpoint.path, path)).map(({ method }) => method))];
    return allowed.length === 0
      ? new Refusal("route-unknown", { method, path })
      : new Refusal("method-not-allowed", { method, allowed: allowed.sort() });
  };

/** Whether the gateway would take the path for this one: segment by segment, a parameter for any that is not empty. */
const fits = (template: string, path: string): boolean => {
  const wanted = template.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((segment, at) => (segment.startsWith("{") ? given[at] !== "" : segment === given[at]))
  );
};
