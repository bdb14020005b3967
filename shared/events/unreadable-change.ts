import type { ResidentId } from "#shared/domain/resident-id.ts";

/** A record of the stream that shows no dossier; with as much of whose it was as its keys still tell. */
export class UnreadableChange extends Error {
  readonly residentId: ResidentId | undefined;
  readonly version: number | undefined;

  constructor(residentId: ResidentId | undefined, version: number | undefined, cause: unknown) {
    super("a record of the stream shows no dossier", { cause });
    this.name = "UnreadableChange";
    this.residentId = residentId;
    this.version = version;
  }
}
