import type { FindingStepType, RecordedFindingStep } from "#shared/domain/finding.ts";
import type { Message, MessageKind } from "#shared/domain/message.ts";
import { messageFor } from "#shared/storage/message-for.ts";

/** What the person is told of a step; what they did themself, and what only the calendar does, says nothing new to them. */
export const toldOfFinding = ({
  findingId,
  residentId,
  version,
  step,
  at,
  on,
}: RecordedFindingStep): readonly Message[] => {
  const kind = kindOf[step.type];
  if (!kind) return [];
  return [messageFor({ residentId, kind, parameters: { findingId }, occasion: `${findingId}#${version}`, at, on })];
};

type FindingMessageKind = Extract<MessageKind, `finding-${string}`>;

const kindOf: Readonly<Record<FindingStepType, FindingMessageKind | undefined>> = {
  proposed: "finding-proposed",
  heard: undefined,
  "hearing-over": undefined,
  confirmed: "finding-confirmed",
  dismissed: "finding-dismissed",
  appealed: undefined,
  upheld: "finding-upheld",
  overturned: "finding-overturned",
  "appeal-time-over": undefined,
  "term-fixed": undefined,
  "carried-out": undefined,
};
