import type { ApplicationStepType, RecordedApplicationStep } from "#shared/domain/application.ts";
import type { Message, MessageKind } from "#shared/domain/message.ts";
import { messageFor } from "./message-for.ts";

/** What the applicant is told of a step; what they did themself, and what is only reckoned, says nothing new to them. */
export const toldOfApplication = ({
  applicationNumber,
  residentId,
  version,
  step,
  at,
  on,
}: RecordedApplicationStep): readonly Message[] => {
  const kind = kindOf[step.type];
  if (!kind) return [];
  const occasion = `${applicationNumber}#${version}`;
  return [messageFor({ residentId, kind, parameters: { applicationNumber }, occasion, at, on })];
};

type ApplicationMessageKind = Extract<MessageKind, `application-${string}`>;

const kindOf: Readonly<Record<ApplicationStepType, ApplicationMessageKind | undefined>> = {
  applied: "application-received",
  changed: "application-received",
  "material-asked": "application-material-asked",
  "material-handed-in": undefined,
  accepted: "application-decided",
  "found-not-eligible": "application-decided",
  contested: "application-received",
  withdrawn: undefined,
  "readiness-decided": undefined,
  "left-out": "application-left-out",
  frozen: undefined,
  granted: "application-granted",
  "not-granted": "application-not-granted",
  "moved-up": "application-moved-up",
  revoked: "application-revoked",
  reinstated: "application-reinstated",
};
