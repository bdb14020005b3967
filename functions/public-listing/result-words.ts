import type { RankingResult } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import type { Words } from "#shared/domain/words.ts";

export type Language = keyof Words;

export const headings: readonly Words[] = [
  { zh: "名次", en: "Place" },
  { zh: "申请编号", en: "Application" },
  { zh: "申请人", en: "Applicant" },
  { zh: "积分", en: "Points" },
  { zh: "结果", en: "Result" },
  { zh: "录取去向", en: "Offer" },
  { zh: "梯度", en: "Tier" },
];

export const resultWords: Readonly<Record<RankingResult, Words>> = {
  placed: { zh: "拟录取", en: "placed" },
  "no-place": { zh: "名额已满", en: "no place left" },
  "below-threshold": { zh: "未达到最低积分", en: "below the threshold" },
  "left-out": { zh: "未参加排名", en: "not ranked" },
};

/** The name of an offer or a tier by its code; nothing of none. */
export const namesIn = ({ offers, tiers }: ProgrammeTerms, lang: Language): ((code: string | undefined) => string) => {
  const names = new Map([...offers, ...tiers].map(({ code, name }) => [code, name[lang]]));
  return (code) => (code === undefined ? "" : (names.get(code) ?? code));
};
