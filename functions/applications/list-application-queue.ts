import type { listApplicationQueueEndpoint } from "#shared/contract/application-steps-of-office.ts";
import type { Call, Caller } from "#shared/contract/endpoint.ts";
import { type AreaCode, isWithin } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { ServiceDepartment } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import type { ApplicationPlace, Applications } from "#shared/storage/applications.ts";

interface Queueing {
  readonly applications: Pick<Applications, "queue" | "readMany">;
  readonly today: () => CalendarDate;
}

/** What waits for a service department, the earliest due first. */
export const listApplicationQueue =
  ({ applications, today }: Queueing) =>
  async ({ query, caller }: Call<typeof listApplicationQueueEndpoint>): Promise<Reply> => {
    const { area, limit, cursor } = query;
    const department = departmentSeen(caller, area, query.department);

    const page = await applications.queue(department, area, { limit, cursor });
    const on = today();
    const within = page.entries.filter((place) => isWithin(place.area, area));
    const read = await applications.readMany(within.map(({ applicationNumber }) => applicationNumber));
    const places = within.flatMap((place) => placeAnswer(place, read, on));
    return { status: 200, body: { department, places, next: page.cursor ?? null } };
  };

/** @throws Refusal area-not-allowed, department-not-allowed */
const departmentSeen = (caller: Caller, area: AreaCode, asked: ServiceDepartment | undefined): ServiceDepartment => {
  if (!mayActIn(caller, area)) throw new Refusal("area-not-allowed", { area });
  if (asked && mayActIn(inRole(caller, "auditor"), area)) return asked;
  const own = ServiceDepartment.safeParse(caller.department);
  const isOwn = own.success && (asked ?? own.data) === own.data && mayActIn(inRole(caller, "verifier"), area);
  if (!isOwn) throw new Refusal("department-not-allowed", { department: asked ?? caller.department ?? "" });
  return own.data;
};

/** An index is a moment old: what has been decided since is left out. */
const placeAnswer = (
  { applicationNumber, area, dueOn, term }: ApplicationPlace,
  read: Awaited<ReturnType<Applications["readMany"]>>,
  on: CalendarDate,
) => {
  const application = read.find((one) => one.applicationNumber === applicationNumber);
  if (application?.state !== "submitted") return [];
  const { programmeId, residentId, contested } = application;
  const overdue = term === "fixed" && on > dueOn;
  return [{ applicationNumber, programmeId, residentId, area, contested, dueOn, term, overdue }];
};
