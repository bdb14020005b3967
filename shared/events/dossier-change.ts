import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
import type { Instant } from "#shared/domain/dossier.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, text, whole } from "#shared/storage/attributes.ts";
import { dossierFromItem } from "#shared/storage/resident-items.ts";
import { changesBetween } from "./changes-between.ts";
import type { DossierEvent } from "./dossier-event.ts";
import { UnreadableChange } from "./unreadable-change.ts";

/** A dossier has changed. */
export interface DossierChange {
  readonly residentId: ResidentId;
  /** The dossier version that the change made. */
  readonly version: number;
  /** As exact as the stream tells it: to the second. */
  readonly committedAt: Instant;
  readonly events: readonly DossierEvent[];
}

/**
 * What a record of the stream of `residents` tells of a dossier; nothing where it is of another item, or a removal.
 * @throws UnreadableChange
 */
export const dossierChangeIn = ({ dynamodb = {}, eventName }: DynamoDBRecord): DossierChange | undefined => {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime } = dynamodb;
  if (eventName === "REMOVE" || (Keys && Keys.item?.S !== "current")) return undefined;
  const version = versionIn(NewImage);
  try {
    if (version === undefined) throw new Error("an image of a dossier has no version");
    const after = dossierFromItem(itemOf(NewImage ?? {}));
    const events = changesBetween(OldImage && dossierFromItem(itemOf(OldImage)), after);
    const committedAt = new Date(Number(ApproximateCreationDateTime) * 1000).toISOString();
    return { residentId: ResidentId.parse(Keys?.residentId?.S), version, committedAt, events };
  } catch (cause) {
    throw new UnreadableChange(ResidentId.safeParse(Keys?.residentId?.S).data, version, cause);
  }
};

type Image = Readonly<Record<string, AttributeValue>>;

/** The texts and numbers of an image; the rest of it is none of an event's. */
const itemOf = (image: Image): Item =>
  Object.fromEntries(
    Object.entries(image).flatMap(([name, { S, N }]) => {
      if (S !== undefined) return [[name, text(S)]];
      return N === undefined ? [] : [[name, whole(Number(N))]];
    }),
  );

const versionIn = (image: Image | undefined): number | undefined => {
  const version = Number(image?.version?.N);
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
};
