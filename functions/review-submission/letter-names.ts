import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Review } from "#shared/domain/review.ts";
import type { LetterNames } from "#shared/domain/review-letter.ts";
import type { Words } from "#shared/domain/words.ts";
import { materialKinds } from "#shared/procedure/needed-materials.ts";
import type { Standards } from "#shared/scoring/standards.ts";

/** What the letters of a review call its line and its materials. */
export const letterNames = (
  standards: Standards,
  { area, line }: Pick<Review, "area" | "line">,
  on: CalendarDate,
): LetterNames => {
  const indicators = standards.inForce(area, dayOf(on))?.indicators ?? [];
  return {
    // a standard may have ended since; the code still tells which line it was
    line: indicators.find(({ layer, code }) => layer === line.layer && code === line.code)?.name ?? bare(line.code),
    material: (code) => materialKinds.find((kind) => kind.code === code)?.name ?? bare(code),
  };
};

const bare = (code: string): Words => ({ zh: code, en: code });
