import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { endorsementDays, reminderDays } from "#shared/domain/endorsement.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import type { Messages } from "#shared/storage/messages.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reaction } from "./reaction.ts";

interface Planning {
  readonly residents: Pick<Residents, "read">;
  readonly messages: Pick<Messages, "plan">;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/**
 * Plans the reminders of every endorsement that lies ahead. Whether one still holds is looked at on its day, so that none
 * has to be taken back when the permit changes.
 */
export const planReminders = ({ residents, messages, today, now }: Planning): Reaction => ({
  concerns: (event) => "eventId" in event,

  react: async (residentId) => {
    const dossier = await residents.read(residentId);
    if (!dossier) throw new Error("reminders were to be planned for somebody without a dossier");
    for (const dueOn of endorsementDays(dossier, today())) {
      for (const sendOn of reminderDays(dueOn, today())) {
        const message = messageFor({
          residentId,
          kind: "endorsement-due",
          parameters: { dueOn },
          occasion: `${dueOn}#${sendOn}`,
          at: now(),
          on: today(),
        });
        await messages.plan(message, sendOn);
      }
    }
  },
});
