import { cpus, totalmem } from "node:os";
import manifest from "../../package.json" with { type: "json" };

/** What the figures were taken on, in the words they are quoted with. */
export const machine = (): string => {
  const [cpu] = cpus();
  const peers = (["json-logic-engine", "json-rules-engine", "@gorules/zen-engine"] as const)
    .map((peer) => `${peer} ${manifest.devDependencies[peer]}`)
    .join(", ");
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}), ${peers}`,
  ].join("\n");
};
