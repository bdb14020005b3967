import { expect, test } from "vitest";
import type { EvidenceStore, UploadForm } from "#shared/storage/evidence-store.ts";
import { aMaterial, materialId } from "#test/support/a-material.ts";
import { anExecutable, fileOf, fileOfType } from "#test/support/files.ts";

/** A store, and its two doors for people: a form to send, an address to read. */
export interface OpenStore {
  readonly store: EvidenceStore;
  readonly send: (form: UploadForm, content: Uint8Array) => Promise<boolean>;
  readonly fetch: (url: string) => Promise<Uint8Array | undefined>;
}

const file = fileOfType("application/pdf");

/** What every place of evidence has to do. */
export const evidenceStoreCases = (make: () => Promise<OpenStore>): void => {
  test("a form lets exactly the declared file in", async () => {
    const { store, send } = await make();
    const form = await store.uploadForm(aMaterial());

    expect(await send(form, file.content)).toBe(true);

    expect(await store.readUpload(aMaterial())).toEqual(file.content);
    expect(form.expiresInSeconds).toBe(600);
  });

  test.each([
    ["nothing at all", new Uint8Array()],
    ["a byte more", Buffer.concat([file.content, Buffer.from("x")])],
    ["50 MB", new Uint8Array(52_428_800)],
    ["as many bytes that are others", fileOfType("application/pdf", "another paper").content],
    ["a program", anExecutable.content],
  ])("a form turns %s away, and nothing is left of it", async (_, content) => {
    const { store, send } = await make();

    expect(await send(await store.uploadForm(aMaterial()), content)).toBe(false);

    expect(await store.readUpload(aMaterial())).toBeUndefined();
  });

  test("what was uploaded and what is kept lie apart, and go each by themselves", async () => {
    const { store, send, fetch } = await make();
    await send(await store.uploadForm(aMaterial()), file.content);
    expect(await fetch((await store.link(aMaterial())).url)).toBeUndefined();

    await store.keep(aMaterial(), file.content);
    await store.keep(aMaterial(), file.content);
    await store.discardUpload(aMaterial());

    expect(await store.readUpload(aMaterial())).toBeUndefined();
    const { url, expiresInSeconds } = await store.link(aMaterial());
    expect(await fetch(url)).toEqual(file.content);
    expect(expiresInSeconds).toBeLessThanOrEqual(60);

    await store.discardKept(aMaterial());
    await store.discardKept(aMaterial());
    await store.discardUpload(aMaterial());
    expect(await fetch(url)).toBeUndefined();
  });

  test("each material has a place of its own", async () => {
    const { store, send } = await make();
    const other = aMaterial({ materialId: materialId(2), ...fileOf(Buffer.from("%PDF-1.7 other")) });
    await send(await store.uploadForm(aMaterial()), file.content);

    expect(await store.readUpload(other)).toBeUndefined();
  });
};
