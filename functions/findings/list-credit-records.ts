import type { listCreditRecordsEndpoint } from "#shared/contract/credit-records.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import type { Findings } from "#shared/storage/findings.ts";

interface Listing {
  readonly findings: Pick<Findings, "creditAfter" | "lastCredit">;
}

/** 信用档案: what public security takes over into it, as often as it likes. */
export const listCreditRecords =
  ({ findings }: Listing) =>
  async ({ query: { after, limit }, caller }: Call<typeof listCreditRecordsEndpoint>): Promise<Reply> => {
    if (caller.department !== "public-security") {
      throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
    }
    const page = await findings.creditAfter(after, limit);
    const records = page.filter(({ area }) => mayActIn(caller, area));
    const through = page.at(-1)?.sequence ?? after;
    // the end is read after the page, so that a page that reaches it is not taken for the last one too early
    return { status: 200, body: { records, through, last: await findings.lastCredit() } };
  };
