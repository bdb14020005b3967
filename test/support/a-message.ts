import { date } from "#shared/domain/calendar.ts";
import type { Message } from "#shared/domain/message.ts";
import { messageFor, type Occasion } from "#shared/storage/message-for.ts";
import { residentId } from "./people.ts";

/** What is otherwise than in `aMessage()`. */
interface Differing {
  readonly of?: number;
  readonly occasion?: string;
  readonly told?: Pick<Occasion, "kind" | "parameters">;
  readonly at?: string;
}

/** Resident 1 was told on 2024-06-30 that their points rose, unless it says otherwise. */
export const aMessage = ({
  of = 1,
  occasion = "a rise",
  told,
  at = "2024-06-30T02:00:00.000Z",
}: Differing = {}): Message =>
  messageFor({
    residentId: residentId(of),
    kind: "points-rose",
    parameters: {},
    ...told,
    occasion,
    at,
    on: date(at.slice(0, 10)),
  } as Occasion);
