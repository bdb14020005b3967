import { exactPoints, type Points } from "#shared/domain/points.ts";
import type { ProgrammeTerms, Tier } from "#shared/domain/programme.ts";

/** 梯度: the highest band that the points reach, if they reach one. */
export const tierIn = ({ tiers }: Pick<ProgrammeTerms, "tiers">): ((points: Points) => Tier | undefined) => {
  const highestFirst = tiers.map((tier) => ({ tier, from: exactPoints(tier.from) })).sort((a, b) => b.from - a.from);
  return (points) => highestFirst.find(({ from }) => points >= from)?.tier;
};
