import * as z from "zod";
import { WireFault } from "../../aws-json-server.ts";
import { batchOf, eachOf } from "./batch.ts";
import { operation, queueOf } from "./operation.ts";

const Receipt = { ReceiptHandle: z.string() };

export const deleteMessage = operation(z.strictObject({ QueueUrl: z.string(), ...Receipt }), (service, request) => {
  service.engine.messages.remove(queueOf(service, request.QueueUrl), checked(request.ReceiptHandle));
  return {};
});

export const deleteMessageBatch = operation(batchOf(Receipt), (service, { QueueUrl, Entries }) => {
  const queue = queueOf(service, QueueUrl);
  return eachOf(Entries, ({ ReceiptHandle }) => {
    service.engine.messages.remove(queue, checked(ReceiptHandle));
    return {};
  });
});

export const changeMessageVisibility = operation(
  z.strictObject({ QueueUrl: z.string(), ...Receipt, VisibilityTimeout: z.int().min(0).max(43_200) }),
  (service, { QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
    const queue = queueOf(service, QueueUrl);
    switch (service.engine.messages.hide(queue, checked(ReceiptHandle), VisibilityTimeout)) {
      case "hidden":
        return {};
      case "not-in-flight":
        throw new WireFault("MessageNotInflight", "the message's visibility time-out is over");
      case "unknown":
        throw new WireFault("InvalidParameterValue", "the message is deleted, or was received again");
    }
  },
);

/** A receipt of long ago is none that counts, and no error; what never was one is. */
const checked = (receipt: string): string => {
  if (z.uuid().safeParse(receipt).success) return receipt;
  throw new WireFault("ReceiptHandleIsInvalid", "this is no receipt handle");
};
