import type { Asked } from "#shared/contract/application-input.ts";
import type { Wishes } from "#shared/domain/application.ts";
import { isWithin } from "#shared/domain/area.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Household, HouseholdChild } from "#shared/domain/household.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { type FieldError, Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { requireServiceMaterials } from "#shared/procedure/needed-materials.ts";
import { requireUndertaking } from "#shared/procedure/undertakings.ts";
import { areaOf, type Subject } from "#shared/scoring/subject.ts";
import { assetHash } from "#shared/storage/asset-hash.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import type { Applying } from "./applying.ts";

interface Applicant {
  readonly residentId: ResidentId;
  readonly subject: Subject;
}

/**
 * What somebody asks for, once nothing speaks against it that can be told without an office.
 * @throws Refusal undertaking-missing, permit-not-valid, application-elsewhere, invalid-request, child-not-confirmed,
 * child-born-outside and those of the materials
 */
export const wishesOf = async (
  { households, undertakings, materials, keys }: Pick<Applying, "households" | "undertakings" | "materials" | "keys">,
  { residentId, subject }: Applicant,
  { terms, asked, on }: { readonly terms: ProgrammeTerms; readonly asked: Asked; readonly on: CalendarDate },
): Promise<Wishes> => {
  await requireUndertaking((version) => undertakings.read(residentId, version));
  requirePermit(subject, terms, on);
  const errors = faultsOf(asked, terms);
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  requireServiceMaterials(
    terms.service,
    asked.materials.map(({ code }) => code),
  );
  const household = await households.confirmedOf(residentId);
  const child = asked.child === undefined ? undefined : childOf(household, asked.child, terms);
  const partner = partnerOf(household, child, terms);
  return {
    wishes: asked.wishes,
    ...(child && { child: child.residentId }),
    ...(partner !== undefined && { partner }),
    ...(asked.asset !== undefined && { asset: await assetHash(keys, asked.asset) }),
    materials: await handedIn(materials, residentId, asked.materials, on),
  };
};

// 凭居住证及积分在常住地申请享受: without a permit that is valid there today nobody applies
const requirePermit = (subject: Subject, { area }: ProgrammeTerms, on: CalendarDate): void => {
  const { standing } = permitOn(subject.facts.permit, dayOf(on));
  if (standing !== "valid") throw new Refusal("permit-not-valid", { standing });
  if (!isWithin(areaOf(subject, dayOf(on)), area)) throw new Refusal("application-elsewhere", { area });
};

const faultsOf = ({ wishes, child, asset }: Asked, terms: ProgrammeTerms): readonly FieldError[] => {
  const offers = terms.offers.map(({ code }) => code);
  const perAsset = terms.onePer.includes("asset");
  const forChild = terms.beneficiary === "child";
  const faults: readonly (readonly [boolean, FieldError])[] = [
    ...wishes.map((wish, at): [boolean, FieldError] => [
      !offers.includes(wish),
      { field: `wishes[${at}]`, detail: `must be one of ${offers.join(", ")}` },
    ]),
    [wishes.length > terms.wishes, { field: "wishes", detail: `must name at most ${terms.wishes} offers` }],
    [new Set(wishes).size < wishes.length, { field: "wishes", detail: "must name each offer once" }],
    [forChild && !child, { field: "child", detail: "must name the child for whom one applies" }],
    [
      !forChild && child !== undefined,
      { field: "child", detail: "must be left out: the programme is not for children" },
    ],
    [perAsset && asset === undefined, { field: "asset", detail: "must name the home, which counts once" }],
    [!perAsset && asset !== undefined, { field: "asset", detail: "must be left out: the programme asks for no home" }],
  ];
  return faults.flatMap(([isThere, fault]) => (isThere ? [fault] : []));
};

const childOf = (
  { children }: Household,
  residentId: ResidentId,
  { childBorn }: Pick<ProgrammeTerms, "childBorn">,
): HouseholdChild => {
  const child = children.find((one) => one.residentId === residentId);
  if (!child) throw new Refusal("child-not-confirmed", {});
  if (childBorn && (child.bornOn < childBorn.from || child.bornOn > childBorn.through)) {
    throw new Refusal("child-born-outside", childBorn);
  }
  return child;
};

/** The other parent of the child, else the spouse; of no use where neither points nor family are shared. */
const partnerOf = (
  { spouse }: Household,
  child: HouseholdChild | undefined,
  { points, beneficiary, onePer }: ProgrammeTerms,
): ResidentId | undefined => {
  const isShared = points === "better-parent" || beneficiary === "family" || onePer.includes("family");
  if (!isShared) return undefined;
  return child ? child.otherParent : spouse;
};
