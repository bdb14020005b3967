import { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { request, resume, stop } from "./mass-work.ts";
import type { Possible } from "./storm.ts";
import type { System } from "./system.ts";

/** What an operator does at any moment, in simulations that have one. */
export const operatorIn = (system: System): readonly Possible[] => {
  const { chance, truth, jobIds, retryQueue, plan } = system;
  const { operator } = plan;
  const isThere = () => operator > 0;
  const hasJobs = () => isThere() && jobIds.length > 0;
  const oneOf = <Item>(items: readonly Item[]): Item => items[chance.between(0, items.length - 1)] as Item;
  const heard = () => {};
  return [
    {
      weight: operator,
      isPossible: () => isThere() && retryQueue.deadLetters().length > 0,
      happen: retryQueue.redrive,
    },
    {
      weight: 2 * operator,
      isPossible: isThere,
      happen: () =>
        system.invoke("request one", request(system, { residentId: oneOf<ResidentId>(truth.everyone()) }), heard),
    },
    {
      weight: operator,
      isPossible: isThere,
      happen: () => {
        const body = chance.oneOf(
          { area: chance.oneOf(...areas) },
          { everyone: true } as const,
          { due: true } as const,
        );
        system.invoke("request many", request(system, body), heard);
      },
    },
    {
      weight: operator,
      isPossible: hasJobs,
      happen: () => system.invoke("stop", stop(system, oneOf(jobIds)), heard),
    },
    {
      weight: 2 * operator,
      isPossible: hasJobs,
      happen: () => system.invoke("resume", resume(system, oneOf(jobIds)), heard),
    },
  ];
};

const areas = ["339901", "339902", "330000"].map((code) => AreaCode.parse(code)) as [AreaCode, ...AreaCode[]];
