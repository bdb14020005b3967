import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { LettersAnswer, listLettersEndpoint } from "#shared/contract/list-letters.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Letter } from "#shared/domain/letter.ts";
import type { Letters } from "#shared/storage/letters.ts";
import type { Residents } from "#shared/storage/residents.ts";

interface Listing {
  readonly residents: Pick<Residents, "readSubject">;
  readonly letters: Pick<Letters, "list">;
  readonly today: () => CalendarDate;
}

/** What was sent to a person in writing. */
export const listLetters =
  ({ residents, letters, today }: Listing) =>
  async ({
    params: { residentId },
    caller,
  }: Call<typeof listLettersEndpoint>): Promise<{ status: 200; body: LettersAnswer }> => {
    await visiblePerson(residents, caller, residentId, today());
    const all = await letters.list(residentId);
    return { status: 200, body: { letters: all.slice(0, 200).map(listed) } };
  };

const listed = ({ letterId, issuedOn, content }: Letter) => ({
  letterId,
  kind: content.kind,
  issuedOn,
  ...("reviewId" in content && { reviewId: content.reviewId }),
  ...("findingId" in content && { findingId: content.findingId }),
});
