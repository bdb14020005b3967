import type { ApplicationAnswer, ApplicationCase } from "#shared/contract/application-answer.ts";
import type { Application, FrozenScore } from "#shared/domain/application.ts";
import { waitingForApplication } from "#shared/domain/application-waiting.ts";
import { decimal } from "#shared/domain/points.ts";

/** An application with all that was asked for and handed in. */
export const applicationAnswer = (application: Application): ApplicationAnswer => {
  const { wishes, child, partner, asset, materials, asked, reason, clause, frozen, granted } = application;
  const [counting] = frozen ?? [];
  return {
    ...shared(application),
    wishes,
    child: child ?? null,
    withPartner: partner !== undefined,
    namesAsset: asset !== undefined,
    materials,
    asked: asked ?? [],
    reason: reason ?? null,
    clause: clause ?? null,
    frozen: counting ? frozenAnswer(counting) : null,
    granted: granted ? { offer: granted.offer, tier: granted.tier ?? null, on: granted.on } : null,
  };
};

/** How it goes, and nothing of what it is about. */
export const applicationCase = (application: Application): ApplicationCase => ({
  ...shared(application),
  caseOnly: true,
});

const shared = (application: Application) => {
  const { applicationNumber, programmeId, residentId, round, version, area, department } = application;
  const { state, since, appliedAt, term, contested } = application;
  return {
    ...{ applicationNumber, programmeId, residentId, round, version, area, department },
    ...{ state, since, appliedAt, contested },
    waitsFor: waitingForApplication(state),
    term: term ?? null,
  };
};

const frozenAnswer = (score: FrozenScore): ApplicationAnswer["frozen"] => {
  const { residentId, status, total, asOf, dossierVersion, registryRevision, digest } = score;
  return { residentId, status, total: decimal(total), asOf, dossierVersion, registryRevision, digest };
};
