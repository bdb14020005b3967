import type { Application, ApplicationNumber, RecordedApplicationStep } from "#shared/domain/application.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Message } from "#shared/domain/message.ts";
import type { ProgrammeId, ServiceDepartment } from "#shared/domain/programme.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { UsedOnce } from "#shared/domain/used-once.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** What goes with a step: all of it or nothing. */
export interface WithApplication {
  /** Set with the step; each is held by one application. `from`: by whom it was held, and is no more. */
  readonly takes?: readonly (UsedOnce & { readonly from?: ApplicationNumber })[];
  /** Held by this application until now. */
  readonly frees?: readonly UsedOnce[];
  readonly messages?: readonly Message[];
}

/** `overtaken`: another by now, read again. Otherwise what is used already. */
export type ApplicationStepRecorded = "recorded" | "overtaken" | { readonly used: UsedOnce };

/** Where an application waits for somebody of an office; what the index alone tells. */
export interface ApplicationPlace {
  readonly applicationNumber: ApplicationNumber;
  readonly area: AreaCode;
  readonly dueOn: CalendarDate;
  readonly term: "fixed" | "provisional";
}

/** The applications and the steps that made them. Every read but of an index is strongly consistent. */
export interface Applications {
  read(applicationNumber: ApplicationNumber): Promise<Application | undefined>;

  /** In any order; those that there are not are missing. */
  readMany(applicationNumbers: readonly ApplicationNumber[]): Promise<readonly Application[]>;

  /** From the first one on. */
  readSteps(applicationNumber: ApplicationNumber): Promise<readonly RecordedApplicationStep[]>;

  /** Which application holds what may be used once. */
  holderOf(used: UsedOnce): Promise<ApplicationNumber | undefined>;

  /** Of one applicant, the earliest first. A moment old, like every index; what is decided is read again by its number. */
  ofResident(residentId: ResidentId, request: PageRequest): Promise<Page<ApplicationNumber>>;

  /** Of one programme's round, by the shard of the number. A moment old. */
  ofRound(programmeId: ProgrammeId, round: 1 | 2, shard: Shard, request: PageRequest): Promise<Page<ApplicationNumber>>;

  /** Writes one step, the application it makes and what goes with it: all or nothing. */
  record(
    application: Application,
    recorded: RecordedApplicationStep,
    together: WithApplication,
  ): Promise<ApplicationStepRecorded>;

  /** Many at once, for a settlement: each on its own is all or nothing; answers those overtaken. */
  recordMany(
    steps: readonly {
      readonly application: Application;
      readonly recorded: RecordedApplicationStep;
      readonly messages?: readonly Message[];
    }[],
  ): Promise<readonly ApplicationNumber[]>;

  /** What waits for the department in the area (a city or a county), the earliest due first. A moment old. */
  queue(department: ServiceDepartment, area: AreaCode, request: PageRequest): Promise<Page<ApplicationPlace>>;
}
