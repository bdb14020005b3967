import { type Problem, problems, problemType } from "#shared/contract/problem.ts";
import type { AnyRefusal, RefusalCode, Refusals } from "#shared/domain/refusal.ts";

/** What the reader of a refusal gets. */
export const problemOf = ({ code, details }: AnyRefusal): Problem => ({
  type: problemType(code),
  title: problems[code].title,
  status: problems[code].status,
  detail: detailOf(code, details),
  ...("errors" in details && { errors: details.errors }),
  ...("counts" in details && { digest: details.digest, counts: details.counts }),
});

const detailOf = <Code extends RefusalCode>(code: Code, details: Refusals[Code]): string =>
  problems[code].detail(details);
