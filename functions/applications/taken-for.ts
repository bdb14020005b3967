import type { Application, ApplicationState } from "#shared/domain/application.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { type UsedOnce, usedBy } from "#shared/domain/used-once.ts";
import type { Applications, WithApplication } from "#shared/storage/applications.ts";

type Using = Parameters<typeof usedBy>[0] & Pick<Application, "round">;
type Takes = NonNullable<WithApplication["takes"]>;

/**
 * What an application takes with it. Whoever came to nothing in the first round may try the second, and takes over from
 * the application they had there; everything else that is held stays so, and is refused when it is recorded.
 */
export const takenFor = async (
  { read, holderOf }: Pick<Applications, "read" | "holderOf">,
  application: Using,
  terms: ProgrammeTerms,
  besides: readonly UsedOnce[] = [],
): Promise<Takes> => {
  const used = usedBy(application, terms).filter((one) => !besides.some((other) => isSame(one, other)));
  if (application.round === 1) return used;
  return Promise.all(
    used.map(async (one) => {
      const from = await holderOf(one);
      const holder = from && (await read(from));
      return holder && holder.round < application.round && over.has(holder.state)
        ? { ...one, from: holder.applicationNumber }
        : one;
    }),
  );
};

// whoever forged in the first round is not among them
const over: ReadonlySet<ApplicationState> = new Set(["not-granted", "left-out", "not-eligible"]);

const isSame = (one: UsedOnce, other: UsedOnce): boolean => one.kind === other.kind && one.id === other.id;
