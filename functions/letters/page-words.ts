import type { Department } from "#shared/domain/department.ts";
import type { FindingDepartment } from "#shared/domain/finding.ts";
import type { LetterKind } from "#shared/domain/letter.ts";
import type { ActorRole, ContestedLine, ReviewKind, ReviewOutcome } from "#shared/domain/review.ts";
import type { ScoreStatus } from "#shared/domain/score.ts";
import type { Words } from "#shared/domain/words.ts";

export type Language = keyof Words;

const words = (zh: string, en: string): Words => ({ zh, en });

export const titles: Readonly<Record<LetterKind, Words>> = {
  "acceptance-receipt": words("受理回执", "Acceptance receipt"),
  "material-asked": words("补正材料通知书", "Request for material"),
  decision: words("复核决定书", "Decision"),
  "score-certificate": words("新市民积分证明", "Score certificate"),
  "police-referral": words("造假认定及移送书", "Finding of forgery, and referral"),
};

export const reviewKinds: Readonly<Record<ReviewKind, Words>> = {
  claim: words("积分申请", "Claim"),
  review: words("复核申请", "Review"),
};

export const departments: Readonly<Record<Department, Words>> = {
  "public-security": words("公安", "Public Security"),
  education: words("教育", "Education"),
  hrss: words("人力资源和社会保障", "Human Resources and Social Security"),
};

export const findingDepartments: Readonly<Record<FindingDepartment, Words>> = {
  ...departments,
  housing: words("住房保障", "Housing"),
  "civil-affairs": words("民政", "Civil Affairs"),
};

export const outcomes: Readonly<Record<ReviewOutcome, Words>> = {
  upheld: words("予以支持", "Upheld"),
  "partly-upheld": words("部分支持", "Partly upheld"),
  rejected: words("不予支持", "Rejected"),
};

export const filers: Readonly<Record<ActorRole, Words>> = {
  resident: words("本人", "The resident"),
  guardian: words("监护人", "The guardian"),
  window: words("经办窗口代为提交(经本人同意)", "The service window, with the resident's consent"),
  verifier: words("审核单位", "The verifying department"),
  auditor: words("监督人员", "The auditor"),
  system: words("系统", "The system"),
};

export const layers: Readonly<Record<ContestedLine["layer"] | "total", Words>> = {
  province: words("省级", "Province"),
  city: words("市级", "City"),
  county: words("县级", "County"),
  total: words("总分", "Total"),
};

export const statuses: Readonly<Record<ScoreStatus, Words>> = {
  "policy-not-in-force": words("当日无施行中的标准", "No standard in force on the day"),
  "no-permit": words("无居住证", "No residence permit"),
  "void-cancelled": words("居住证已注销,积分失效", "Void: the permit is cancelled"),
  "void-suspended": words("居住证使用功能中止,积分失效", "Void: the permit is suspended"),
  "void-fraud": words("积分清零", "Forfeited"),
  frozen: words("积分冻结", "Frozen"),
  "pending-recompute": words("待重新计算后生效", "Pending recomputation"),
  effective: words("有效", "Effective"),
};
