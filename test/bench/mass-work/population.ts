import { scoreRecord } from "#functions/recomputation/score-record.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { date, day } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import { createStandards, type Standards } from "#shared/scoring/standards.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";
import { aLocalStandard, zhejiang } from "#test/support/standards.ts";
import { madeUpDossier } from "../made-up-dossier.ts";
import { seededRandom } from "../seeded-random.ts";

/** An ordinary evening: everyone's score is recorded as of it, and the nights after it find them so. */
export const recordedOn = date("2026-06-16");

/** One in twenty lives in a county that has no standard of its own yet. */
export const smallCounty = "339950" as AreaCode;

/** Invented resident number so-and-so: the same for ever, with an id as random as a real one. */
export const personNumber = (number: number): Dossier => {
  const random = seededRandom(number * 7919 + 1);
  const made = madeUpDossier(random, number, day(recordedOn));
  const dossier = { ...made, residentId: randomId(random) };
  return random.percent(5) ? movedTo(dossier, smallCounty) : dossier;
};

/** The rules as everyone's score was recorded under them, and once the small county has a standard. */
export const registry = (revision: 1 | 2): Standards =>
  createStandards(
    [zhejiang(), aLocalStandard({ area: smallCounty })]
      .slice(0, revision)
      .map((content, place) => readStandard(`standard ${place + 1}`, content)),
  );

/** Their score as a night has recorded it. */
export const recordedScore = (dossier: Dossier): StoredScore => {
  const { residentId, version } = dossier;
  const found = { residentId, version, subject: subjectOf(dossier) };
  return scoreRecord(firstRegistry, found, recordedOn, { recordedAt: "2026-06-16T00:31:00.000Z", cause: "night" });
};

const randomId = ({ between }: ReturnType<typeof seededRandom>): ResidentId =>
  `r-${Array.from({ length: 26 }, () => between(0, 35).toString(36)).join("")}` as ResidentId;

const movedTo = (dossier: Dossier, area: AreaCode): Dossier => ({
  ...dossier,
  area,
  permitEvents: dossier.permitEvents.map((recorded) =>
    recorded.event.type === "issue" ? { ...recorded, event: { ...recorded.event, area } } : recorded,
  ),
});

const firstRegistry = registry(1);
