import type { Call } from "#shared/contract/endpoint.ts";
import type { estimateScoreEndpoint } from "#shared/contract/estimate-score.ts";
import type { EstimateAnswer } from "#shared/contract/score-answer.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { prepareCase } from "#shared/scoring/score-case.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import type { Standards } from "#shared/scoring/standards.ts";

const province = AreaCode.parse("330000");

/** Scores the facts that the request gives; stores nothing. */
export const estimateScore =
  (standards: Standards, today: () => CalendarDate) =>
  async ({ body }: Call<typeof estimateScoreEndpoint>): Promise<{ status: 200; body: EstimateAnswer }> => {
    const { asOf = today(), area = province, input, local, readings } = body;
    const prepared = prepareCase(standards, { asOf, area, input, local, readings });
    const { subject, recomputedThrough } = prepared;
    const result = scoreOn(prepared.standards, subject, dayOf(asOf), recomputedThrough);
    const sheet = scoreSheet({ ...prepared, result, provenance: unreported });
    const isHypothetical = local !== undefined || readings !== undefined;
    return { status: 200, body: { ...sheet, ...(isHypothetical && { hypothetical: true as const }) } };
  };
