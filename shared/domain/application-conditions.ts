import type { Application, ApplicationRole } from "./application.ts";
import type { ApplicationCondition } from "./application-machine.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Programme } from "./programme.ts";
import { isOpenOn, windowOf } from "./programme-window.ts";
import { Refusal } from "./refusal.ts";
import type { ResidentId } from "./resident-id.ts";

/** Who wants to take a step of an application, and which resident they are themself, if any. */
export interface ApplicationActing {
  readonly subject: string;
  readonly role: ApplicationRole;
  readonly residentId?: ResidentId | undefined;
}

/** What an application is for, and the day on which it is asked. */
export interface ApplicationSetting {
  readonly programme: Pick<Programme, "state" | "round" | "terms">;
  readonly on: CalendarDate;
}

type Check = (application: Application | undefined, who: ApplicationActing, setting: ApplicationSetting) => void;

/** How each condition is told: it throws where it does not hold. Those of the system are faults, as nobody asked. */
export const applicationConditions: Readonly<Record<ApplicationCondition, Check>> = {
  "window-open": (application, _, { programme, on }) => {
    if (isItsRound(application, programme) && isOpenOn(programme, on)) return;
    const { opensOn, closesOn } = windowOf(programme);
    throw new Refusal("application-window-closed", { opensOn, closesOn });
  },
  "decides-for-another": (application, who) => {
    if (!application) return;
    const { filers, residentId, partner, child, contested, decidedBy } = application;
    const theirs: readonly (ResidentId | undefined)[] = [residentId, partner, child];
    const isTheirs = who.residentId !== undefined && theirs.includes(who.residentId);
    if (isTheirs || filers.includes(who.subject)) throw new Refusal("decides-on-own", { because: "own-request" });
    if (contested && decidedBy.includes(who.subject)) {
      throw new Refusal("decides-on-own", { because: "own-decision" });
    }
  },
  "not-yet-contested": (application) => {
    if (application?.contested) throw new Refusal("application-already-contested", {});
  },
  // until it is ranked, also where the office begins with that later than it might
  "before-the-cut-off": (application, _, { programme }) => {
    if (programme.state === "published" && isItsRound(application, programme)) return;
    throw new Refusal("application-cut-off", { cutOffOn: windowOf(programme).cutOffOn });
  },
  settling: (application, _, { programme }) => {
    const isRanked = programme.state === "settling" || programme.state === "preview" || programme.state === "listed";
    if (!isRanked || !isItsRound(application, programme)) throw new Error("a programme is settled before its time");
  },
};

const isItsRound = (application: Application | undefined, { round }: ApplicationSetting["programme"]): boolean =>
  !application || application.round === round;
