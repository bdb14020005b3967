import type { Material, MaterialPlace } from "#shared/domain/material.ts";

/** A form that lets exactly one file in: this name, this size, this hash, this type, for a few minutes. */
export interface UploadForm {
  readonly url: string;
  /** To be sent as `multipart/form-data`, with the bytes as the last field, `file`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}

/** Where the bytes of materials lie: what isn't checked yet apart from what is kept. */
export interface EvidenceStore {
  uploadForm(material: Material): Promise<UploadForm>;

  /** What was uploaded and isn't checked yet; nothing where nothing is. */
  readUpload(place: MaterialPlace): Promise<Uint8Array | undefined>;

  /** Keeps what was checked. Twice is once. */
  keep(material: Material, bytes: Uint8Array): Promise<void>;

  /** What isn't there is discarded already. */
  discardUpload(place: MaterialPlace): Promise<void>;
  discardKept(place: MaterialPlace): Promise<void>;

  /** An address that shows a kept material to whoever has it, for less than a minute. */
  link(material: Material): Promise<{ readonly url: string; readonly expiresInSeconds: number }>;
}
