import * as z from "zod";
import { PointsValue } from "#shared/domain/points.ts";

/** The words of the document that a value rests on, quoted in Chinese so that anyone can find them. */
export const Clause = z
  .string()
  .min(2)
  .meta({ id: "Clause", description: "The words of the document that the value rests on, quoted" });

/** Where in the document: 三(二)表 年龄. */
export const Source = z.string().min(1).meta({ id: "Source", description: "Where in the document, such as 三(四)" });

/** A number of points with the words it rests on. */
export const ClausedPoints = z.strictObject({ points: PointsValue, clause: Clause }).readonly();
export type ClausedPoints = z.infer<typeof ClausedPoints>;
