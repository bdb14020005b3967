import { estimateScoreEndpoint } from "#shared/contract/estimate-score.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { estimateScore } from "./estimate-score.ts";

export const handler = route(estimateScoreEndpoint, estimateScore(publishedStandards(), today));
