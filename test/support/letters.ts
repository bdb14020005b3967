import { date } from "#shared/domain/calendar.ts";
import { type Letter, type LetterContent, LetterId } from "#shared/domain/letter.ts";
import { PersonName } from "#shared/domain/person.ts";
import { ReviewId } from "#shared/domain/review.ts";
import { findingId } from "./a-finding.ts";
import { applicationNumber } from "./an-application.ts";
import { area, residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const letterId = (number: number): LetterId => LetterId.parse(`l-${`${number}`.padStart(26, "0")}`);

export const holder = { name: PersonName.parse("山雨"), identityNumber: "339***********017X" };

const ofReview = {
  reviewId: ReviewId.parse(`v-${"0".repeat(25)}7`),
  reviewKind: "review",
  round: 1,
  line: { layer: "province", code: "social-insurance" },
  lineName: { zh: "社保缴纳", en: "Social insurance" },
} as const;

const term = { startedOn: date("2026-02-12"), workingDays: 5, dueOn: date("2026-02-26"), provisional: false };

/** One of each kind. */
export const contents = {
  "acceptance-receipt": {
    ...ofReview,
    kind: "acceptance-receipt",
    filedBy: "resident",
    appeal: false,
    deciders: ["hrss"],
    materials: 2,
    term,
  },
  "material-asked": {
    ...ofReview,
    kind: "material-asked",
    items: [{ name: { zh: "参保缴费凭证", en: "Contribution record" }, reason: "照片模糊\n请重新上传" }],
    term: { ...term, provisional: true },
    lapses: true,
  },
  decision: {
    ...ofReview,
    kind: "decision",
    outcome: "partly-upheld",
    reason: "2025 年 3 月已缴纳,4 月未缴纳",
    clause: "三(二)表 社保缴纳",
    departments: ["hrss", "public-security"],
    mayAppeal: true,
    begunBy: "person",
  },
  "score-certificate": {
    kind: "score-certificate",
    asOf: date("2026-02-28"),
    purpose: "子女入学",
    area: area("339901"),
    status: "effective",
    statusClause: null,
    effectiveTotal: 36.25,
    total: 36.25,
    lines: [
      { layer: "province", code: "age", points: 20 },
      { layer: "province", code: "residence", points: 16.25 },
    ],
    lineNames: [
      { zh: "年龄", en: "Age" },
      { zh: "居住时间", en: "Length of residence" },
    ],
    standards: [{ code: "zhejiang-common", effectiveFrom: date("2023-07-26"), digest: "0123456789abcdef" }],
    dossierVersion: 5,
    checkCode: "0123-4567-89AB-CDEF-GHJK",
  },
  "police-referral": {
    kind: "police-referral",
    findingId: findingId(7),
    department: "education",
    reason: "学校未颁发过该证书",
    clause: "五(三)",
    confirmation: "已向学校核实",
    facts: ["diploma-1"],
    reviewIds: [ofReview.reviewId],
    applications: [applicationNumber(1)],
    barredUntil: date("2027-02-28"),
    appeal: term,
  },
} as const satisfies { readonly [Kind in LetterContent["kind"]]: LetterContent & { readonly kind: Kind } };

export const letter = (content: LetterContent = contents.decision, number = 1): Letter => ({
  letterId: letterId(number),
  residentId: residentId(1),
  template: 1,
  issuedAt: "2026-02-28T02:00:00.000Z",
  issuedOn: date("2026-02-28"),
  issuedBy: "somebody",
  content,
});
