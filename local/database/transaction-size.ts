import type { Item } from "./item.ts";
import { itemSize } from "./item-size.ts";
import { wireError } from "./wire-error.ts";

const maxTransactionSize = 4 * 1024 * 1024;

/** @throws a ValidationException when the items of a transaction come to more than 4 MB */
export const refuseTooLarge = (items: readonly Item[]): void => {
  if (items.reduce((total, item) => total + itemSize(item), 0) <= maxTransactionSize) return;
  throw wireError("ValidationException", "The items of a transaction cannot exceed 4 MB together");
};
