// written by npm run generate: every standard of this folder, in order of its path
import zhejiang20230726 from "./330000-zhejiang/2023-07-26.json" with { type: "json" };

export const files: Readonly<Record<string, unknown>> = {
  "330000-zhejiang/2023-07-26.json": zhejiang20230726,
};
