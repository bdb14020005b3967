import { ApplicationState } from "#shared/domain/application.ts";
import { applicationMachine } from "#shared/domain/application-machine.ts";
import { FindingState } from "#shared/domain/finding.ts";
import { findingMachine } from "#shared/domain/finding-machine.ts";
import { ListingState } from "#shared/domain/listing.ts";
import { listingMachine } from "#shared/domain/listing-machine.ts";
import { ObjectionState } from "#shared/domain/objection.ts";
import { objectionMachine } from "#shared/domain/objection-machine.ts";
import { ProgrammeState } from "#shared/domain/programme.ts";
import { programmeMachine } from "#shared/domain/programme-machine.ts";
import { RelationState } from "#shared/domain/relation.ts";
import { relationMachine } from "#shared/domain/relation-machine.ts";
import { betweenMarks } from "./between-marks.ts";
import { machinePicture } from "./machine-picture.ts";

/** `docs/programmes.md`: picture and steps of each machine of the public services between its marks. */
export const programmesPage = (): string =>
  betweenMarks(
    "programmes.md",
    { source: source("programme"), written: machinePicture(ProgrammeState.options, programmeMachine) },
    { source: source("application"), written: machinePicture(ApplicationState.options, applicationMachine) },
    { source: source("listing"), written: machinePicture(ListingState.options, listingMachine) },
    { source: source("objection"), written: machinePicture(ObjectionState.options, objectionMachine) },
    { source: source("finding"), written: machinePicture(FindingState.options, findingMachine) },
    { source: source("relation"), written: machinePicture(RelationState.options, relationMachine) },
  );

const source = (of: string): string => `shared/domain/${of}-machine.ts`;
