import type { Call } from "#shared/contract/endpoint.ts";
import type { listObjectionQueueEndpoint } from "#shared/contract/objections.ts";
import { ServiceDepartment } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import type { Objections } from "#shared/storage/objections.ts";

/** What the index alone tells: nothing of who objects, nor why. */
export const listObjectionQueue =
  (objections: Pick<Objections, "queue">) =>
  async ({ query: { area, ...request }, caller }: Call<typeof listObjectionQueueEndpoint>) => {
    const { success, data: department } = ServiceDepartment.safeParse(caller.department);
    if (!success) throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
    if (!mayActIn(caller, area)) throw new Refusal("area-not-allowed", { area });
    const page = await objections.queue(department, area, request);
    const places = page.entries.filter((place) => mayActIn(caller, place.area));
    return { status: 200, body: { places, next: page.cursor ?? null } };
  };
