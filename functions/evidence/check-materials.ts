import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { log } from "#shared/runtime/log.ts";
import { uploadsIn } from "#shared/storage/upload-event.ts";
import { type Checking, checkUpload } from "./check-upload.ts";

/** Checks the uploads that the queue tells of. What fails goes back into it, and after some times to the dead letters. */
export const checkMaterials =
  (checking: Checking) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    // one after the other: each is held in memory as a whole
    for (const record of Records) if (!(await isChecked(checking, record))) failed.push(record.messageId);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

const isChecked = async (checking: Checking, { body, attributes }: SQSRecord): Promise<boolean> => {
  const attempt = Number(attributes.ApproximateReceiveCount);
  try {
    for (const place of uploadsIn(body)) {
      const state = await checkUpload(checking)(place);
      log.info("upload-checked", { ...place, state, attempt });
    }
    return true;
  } catch (fault) {
    log.error("upload-check-failed", { attempt, fault });
    return false;
  }
};
