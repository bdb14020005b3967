import type { ContactPoint } from "#shared/domain/contact-point.ts";
import type { Message } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** 联系方式: where residents are told what concerns them. Addresses lie there sealed. */
export interface Contacts {
  /** Strongly consistent. */
  read(residentId: ResidentId): Promise<ContactPoint | undefined>;

  /** Saves what follows on the version before, and with it, in the same transaction, what is told of it. `overtaken`: read again. */
  save(contact: ContactPoint, message?: Message): Promise<"saved" | "overtaken">;
}
