import type { Route } from "../template/api.ts";

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * The route of a request, in the order API Gateway looks: whole matches before greedy ones, fixed segments before
 * variables, a named method before ANY, and `$default` last.
 */
export const routeMatcher = (routes: readonly Route[]) => {
  const candidates = routes
    .filter(({ key }) => key !== "$default")
    .map(candidateOf)
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const fallback = routes.find(({ key }) => key === "$default");

  return (method: string, path: string): Match | undefined => {
    const segments = path.split("/").slice(1);
    for (const { route, takes, pattern } of candidates) {
      if (takes !== "ANY" && takes !== method) continue;
      const pathParameters = parametersIn(pattern, segments);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};

interface Candidate {
  readonly route: Route;
  readonly takes: string;
  readonly pattern: readonly string[];
  /** The lower in text order, the sooner it is tried. */
  readonly rank: string;
}

const candidateOf = (route: Route): Candidate => {
  const [takes = "", path = ""] = route.key.split(" ");
  const pattern = path.split("/").slice(1);
  const rank = `${pattern.some(isGreedy) ? "greedy" : "-"}${pattern.map(wideness).join("")}${takes === "ANY" ? "~" : ""}`;
  return { route, takes, pattern, rank };
};

const wideness = (segment: string): "a" | "b" | "c" => (isGreedy(segment) ? "c" : isVariable(segment) ? "b" : "a");
const isVariable = (segment: string): boolean => segment.startsWith("{");
const isGreedy = (segment: string): boolean => segment.endsWith("+}");

const parametersIn = (
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const found: Record<string, string> = {};
  for (const [place, part] of pattern.entries()) {
    const segment = segments[place];
    if (segment === undefined || segment === "") return part === segment ? found : undefined;
    if (isGreedy(part)) return { ...found, [part.slice(1, -2)]: segments.slice(place).join("/") };
    if (isVariable(part)) found[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? found : undefined;
};
