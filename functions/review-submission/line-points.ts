import type { Points } from "#shared/domain/points.ts";
import type { ContestedLine } from "#shared/domain/review.ts";
import type { CanonicalResult } from "#shared/scoring/score.ts";

/** The points of one line before status; nothing where no standard has it. */
export const linePoints = ({ standard, points }: CanonicalResult, { layer, code }: ContestedLine): Points | undefined =>
  points[standard?.indicators.findIndex((one) => one.layer === layer && one.code === code) ?? -1];
