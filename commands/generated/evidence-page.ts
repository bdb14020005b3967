import { materialMachine } from "#shared/domain/material-machine.ts";
import { betweenMarks } from "./between-marks.ts";

/** `docs/evidence.md` with the picture of the states of a material. */
export const evidencePage = (): string =>
  betweenMarks("evidence.md", {
    source: "shared/domain/material-machine.ts",
    written: [["```mermaid", "stateDiagram-v2", "  [*] --> requested: requested", ...edges(), "```"].join("\n")],
  });

const edges = (): readonly string[] =>
  Object.entries(materialMachine).flatMap(([from, steps]) =>
    Object.entries(steps).map(([step, to]) => `  ${from} --> ${to}: ${step}`),
  );
