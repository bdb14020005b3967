import type { Call } from "#shared/contract/endpoint.ts";
import type { Delivery, recordDeliveryEndpoint } from "#shared/contract/messages.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { log } from "#shared/runtime/log.ts";
import type { Messages } from "#shared/storage/messages.ts";

/** Records that a message was sent. However often it is said, it was sent when it was first said. */
export const recordDelivery =
  (messages: Pick<Messages, "read" | "change">, now: () => Instant) =>
  async ({ params: { messageId } }: Call<typeof recordDeliveryEndpoint>): Promise<{ status: 200; body: Delivery }> => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const found = await messages.read(messageId);
      if (found?.standing.state === "delivered") {
        const { deliveredAt } = found.standing;
        return { status: 200, body: { messageId, deliveredAt, outcome: "delivered-before" } };
      }
      if (found?.standing.state !== "waiting") throw new Refusal("message-unknown", { messageId });
      const deliveredAt = now();
      if (await messages.change(found, { ...found, standing: { state: "delivered", deliveredAt } })) {
        log.info("message-delivered", { messageId });
        return { status: 200, body: { messageId, deliveredAt, outcome: "delivered" } };
      }
    }
    throw new Error("a message kept being changed by others");
  };

const attempts = 5;
