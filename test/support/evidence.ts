import { acceptUndertaking } from "#functions/evidence/accept-undertaking.ts";
import { checkUpload } from "#functions/evidence/check-upload.ts";
import { deleteDueMaterials } from "#functions/evidence/delete-due-materials.ts";
import { listMaterials } from "#functions/evidence/list-materials.ts";
import { readMaterial } from "#functions/evidence/read-material.ts";
import { readUndertaking } from "#functions/evidence/read-undertaking.ts";
import { requestUpload } from "#functions/evidence/request-upload.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import { date } from "#shared/domain/calendar.ts";
import { type Material, MaterialId, type MaterialPlace, type MaterialType } from "#shared/domain/material.ts";
import type { Review, ReviewMaterial } from "#shared/domain/review.ts";
import { currentUndertaking } from "#shared/procedure/undertakings.ts";
import type { UploadForm } from "#shared/storage/evidence-store.ts";
import { aReview, recordedStep, submission } from "./a-review.ts";
import { type application, applied } from "./an-application.ts";
import { resident } from "./calls.ts";
import { fileOfType, type HeldFile } from "./files.ts";
import { memoryApplications } from "./memory-applications.ts";
import { memoryEvidenceStore } from "./memory-evidence-store.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryMaterials } from "./memory-materials.ts";
import { memoryReviews } from "./memory-reviews.ts";
import { memoryUndertakings } from "./memory-undertakings.ts";
import { registerOfPeople } from "./register-of-people.ts";

/** The duty of evidence in memory, on 1 July 2024, with one person of county 339901. */
export const evidenceOfOne = async () => {
  const register = registerOfPeople("2024-07-01");
  const { residents, messages, today, now } = register;
  const id = await register.register("339901");
  const bucket = memoryEvidenceStore();
  const materials = memoryMaterials();
  const undertakings = memoryUndertakings();
  const reviews = memoryReviews({ residents, messages, letters: memoryLetters() });
  const applications = memoryApplications(messages);
  const reads = { residents, materials, reviews, applications, undertakings, store: bucket.store, today, now };
  const params = { residentId: id };
  const { version } = currentUndertaking();

  const declared = (file: HeldFile, contentType: MaterialType) => ({
    contentType,
    bytes: file.bytes,
    sha256: file.sha256,
  });

  const evidence = {
    ...reads,
    register,
    bucket,
    id,
    person: resident(id),
    undertake: (caller: Caller = resident(id), by: "self" | "guardian" | "window" = "self") =>
      acceptUndertaking(reads)({
        params,
        query: {},
        caller,
        body: by === "window" ? { version, by, consent: true } : { version, by },
      }),
    readUndertaking: (caller: Caller) => readUndertaking(reads)({ params, query: {}, body: {}, caller }),
    /** A form for the file, as a resident asks for it. */
    request: async (file: HeldFile, contentType: MaterialType = "application/pdf", caller: Caller = resident(id)) => {
      const { status, body } = await requestUpload(reads)({
        params,
        query: {},
        body: declared(file, contentType),
        caller,
      });
      const form = body as UploadForm & { readonly materialId: MaterialId };
      return { status, form, place: { residentId: id, materialId: form.materialId } };
    },
    /** Checks what lies there, as an event of the bucket has it done. */
    check: (place: MaterialPlace) => checkUpload(reads)(place),
    stored: async ({ residentId, materialId }: MaterialPlace): Promise<Material> => {
      const material = await materials.read(residentId, materialId);
      if (!material) throw new Error("there is no such material");
      return material;
    },
    list: async (caller: Caller) => (await listMaterials(reads)({ params, query: {}, body: {}, caller })).body,
    read: (caller: Caller, materialId: string) =>
      readMaterial(reads)({
        params: { ...params, materialId: MaterialId.parse(materialId) },
        query: {},
        body: {},
        caller,
      }),
    /** The work of that day. */
    retire: async (day: string) => {
      register.setToday(day);
      await deleteDueMaterials(reads)();
    },
    /** Files a review with the materials. */
    file: async (materialIds: readonly string[], differing: Partial<Review> = {}) => {
      const handedIn: readonly ReviewMaterial[] = materialIds.map((materialId) => ({
        code: "payment-statement",
        materialId,
        state: "handed-in",
      }));
      const review = aReview({ residentId: id, materials: handedIn, ...differing });
      await reviews.record(review, recordedStep(review, submission(review)), { nextDay: date("2024-07-08") });
    },
    /** Applies for a public service with the materials. */
    apply: async (materialIds: readonly string[], differing: Parameters<typeof application>[0] = {}) => {
      const handedIn: readonly ReviewMaterial[] = materialIds.map((materialId) => ({
        code: "birth-certificate",
        materialId,
        state: "handed-in",
      }));
      const made = applied({ materials: handedIn, ...differing }, { residentId: id });
      await applications.record(made.application, made.recorded, {});
      return made.application;
    },
  };
  return evidence;
};

export type Evidence = Awaited<ReturnType<typeof evidenceOfOne>>;

/** A material that was uploaded, checked and accepted. */
export const anAcceptedMaterial = async (
  evidence: Evidence,
  file = fileOfType("application/pdf"),
  by: Caller = evidence.person,
) => {
  await evidence.undertake();
  const { form, place } = await evidence.request(file, "application/pdf", by);
  await evidence.bucket.send(form, file.content);
  await evidence.check(place);
  return place;
};
