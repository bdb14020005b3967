import {
  askApplicationMaterialEndpoint,
  decideEligibilityEndpoint,
  listApplicationQueueEndpoint,
} from "./application-steps-of-office.ts";
import {
  changeApplicationEndpoint,
  contestEligibilityEndpoint,
  handInApplicationMaterialEndpoint,
  withdrawApplicationEndpoint,
} from "./application-steps-of-person.ts";
import { listApplicationsEndpoint, readApplicationEndpoint, submitApplicationEndpoint } from "./applications.ts";
import { checkCertificateEndpoint } from "./check-certificate.ts";
import { changeContactPointEndpoint, readContactPointEndpoint, verifyContactPointEndpoint } from "./contact-point.ts";
import { listCreditRecordsEndpoint } from "./credit-records.ts";
import { dropBatchEndpoint } from "./drop-batch.ts";
import type { Endpoint } from "./endpoint.ts";
import { estimateScoreEndpoint } from "./estimate-score.ts";
import {
  appealFindingEndpoint,
  confirmFindingEndpoint,
  decideFindingAppealEndpoint,
  dismissFindingEndpoint,
  listFindingsEndpoint,
  proposeFindingEndpoint,
  readFindingEndpoint,
  stateOnFindingEndpoint,
} from "./findings.ts";
import {
  attestRelationEndpoint,
  confirmRelationEndpoint,
  endRelationEndpoint,
  proposeRelationEndpoint,
  readHouseholdEndpoint,
  refuseRelationEndpoint,
} from "./households.ts";
import { issueCertificateEndpoint } from "./issue-certificate.ts";
import { listLettersEndpoint } from "./list-letters.ts";
import { auditListingEndpoint, previewListingEndpoint, readOwnEntryEndpoint } from "./listing-of-applicant.ts";
import {
  downloadListingEndpoint,
  exportListingEndpoint,
  listListingsEndpoint,
  printListingEndpoint,
  proveListingEntryEndpoint,
  readListingEndpoint,
  readListingEntryEndpoint,
} from "./listings.ts";
import { listMaterialsEndpoint, readMaterialEndpoint, requestUploadEndpoint } from "./materials.ts";
import { readInboxEndpoint, readMessageEndpoint, recordDeliveryEndpoint } from "./messages.ts";
import { listNeededMaterialsEndpoint } from "./needed-materials.ts";
import {
  assignObjectionEndpoint,
  decideObjectionEndpoint,
  listObjectionQueueEndpoint,
  listObjectionsEndpoint,
  readObjectionEndpoint,
  submitObjectionEndpoint,
  withdrawObjectionEndpoint,
} from "./objections.ts";
import { printLetterEndpoint } from "./print-letter.ts";
import {
  discardProgrammeEndpoint,
  draftProgrammeEndpoint,
  drawSeedEndpoint,
  publishProgrammeEndpoint,
  redraftProgrammeEndpoint,
} from "./programme-steps.ts";
import { listProgrammesEndpoint, readProgrammeEndpoint } from "./programmes.ts";
import { queryHistoryEndpoint } from "./query-history.ts";
import { queryScoreEndpoint } from "./query-score.ts";
import { queryStandingEndpoint } from "./query-standing.ts";
import { readRecomputationEndpoint, requestRecomputationEndpoint } from "./recomputations.ts";
import { recordPermitEventEndpoint } from "./record-permit-event.ts";
import { registerResidentEndpoint } from "./register-resident.ts";
import { releaseBatchEndpoint } from "./release-batch.ts";
import { reportFactsEndpoint } from "./report-facts.ts";
import { resolveResidentEndpoint } from "./resolve-resident.ts";
import { resumeRecomputationEndpoint } from "./resume-recomputation.ts";
import { countReviewsEndpoint, listReviewQueueEndpoint } from "./review-queue.ts";
import {
  askMaterialEndpoint,
  assignReviewEndpoint,
  decideReopeningEndpoint,
  decideReviewEndpoint,
  proposeReopeningEndpoint,
  releaseReviewEndpoint,
} from "./review-steps-of-office.ts";
import { appealReviewEndpoint, handInMaterialEndpoint, withdrawReviewEndpoint } from "./review-steps-of-person.ts";
import { listReviewsEndpoint, readReviewEndpoint, submitReviewEndpoint } from "./reviews.ts";
import { beginSettlementEndpoint, readSettlementEndpoint, resettleProgrammeEndpoint } from "./settlement.ts";
import { checkReadinessEndpoint, decideReadinessEndpoint } from "./settlement-readiness.ts";
import { acknowledgeResultsEndpoint, listResultsEndpoint } from "./settlement-results.ts";
import { stopRecomputationEndpoint } from "./stop-recomputation.ts";
import { submitBatchEndpoint } from "./submit-batch.ts";
import { acceptUndertakingEndpoint, readUndertakingEndpoint } from "./undertakings.ts";

/** The whole contract (v1), in the order in which the API document shows it. */
export const endpoints: readonly Endpoint[] = [
  queryScoreEndpoint,
  queryHistoryEndpoint,
  estimateScoreEndpoint,
  registerResidentEndpoint,
  resolveResidentEndpoint,
  reportFactsEndpoint,
  recordPermitEventEndpoint,
  submitBatchEndpoint,
  releaseBatchEndpoint,
  dropBatchEndpoint,
  submitReviewEndpoint,
  listReviewsEndpoint,
  readReviewEndpoint,
  handInMaterialEndpoint,
  withdrawReviewEndpoint,
  appealReviewEndpoint,
  assignReviewEndpoint,
  releaseReviewEndpoint,
  askMaterialEndpoint,
  decideReviewEndpoint,
  proposeReopeningEndpoint,
  decideReopeningEndpoint,
  listReviewQueueEndpoint,
  countReviewsEndpoint,
  readHouseholdEndpoint,
  proposeRelationEndpoint,
  confirmRelationEndpoint,
  refuseRelationEndpoint,
  attestRelationEndpoint,
  endRelationEndpoint,
  listProgrammesEndpoint,
  readProgrammeEndpoint,
  draftProgrammeEndpoint,
  redraftProgrammeEndpoint,
  discardProgrammeEndpoint,
  publishProgrammeEndpoint,
  drawSeedEndpoint,
  checkReadinessEndpoint,
  decideReadinessEndpoint,
  beginSettlementEndpoint,
  readSettlementEndpoint,
  resettleProgrammeEndpoint,
  listResultsEndpoint,
  acknowledgeResultsEndpoint,
  proposeFindingEndpoint,
  listFindingsEndpoint,
  readFindingEndpoint,
  stateOnFindingEndpoint,
  dismissFindingEndpoint,
  confirmFindingEndpoint,
  appealFindingEndpoint,
  decideFindingAppealEndpoint,
  listCreditRecordsEndpoint,
  requestRecomputationEndpoint,
  readRecomputationEndpoint,
  stopRecomputationEndpoint,
  resumeRecomputationEndpoint,
  readInboxEndpoint,
  readContactPointEndpoint,
  changeContactPointEndpoint,
  verifyContactPointEndpoint,
  readMessageEndpoint,
  recordDeliveryEndpoint,
  listLettersEndpoint,
  printLetterEndpoint,
  issueCertificateEndpoint,
  checkCertificateEndpoint,
  listNeededMaterialsEndpoint,
  readUndertakingEndpoint,
  acceptUndertakingEndpoint,
  requestUploadEndpoint,
  listMaterialsEndpoint,
  readMaterialEndpoint,
  listListingsEndpoint,
  readListingEndpoint,
  readListingEntryEndpoint,
  exportListingEndpoint,
  downloadListingEndpoint,
  printListingEndpoint,
  proveListingEntryEndpoint,
  readOwnEntryEndpoint,
  previewListingEndpoint,
  auditListingEndpoint,
  submitObjectionEndpoint,
  listObjectionsEndpoint,
  readObjectionEndpoint,
  withdrawObjectionEndpoint,
  assignObjectionEndpoint,
  decideObjectionEndpoint,
  listObjectionQueueEndpoint,
  submitApplicationEndpoint,
  listApplicationsEndpoint,
  readApplicationEndpoint,
  queryStandingEndpoint,
  changeApplicationEndpoint,
  withdrawApplicationEndpoint,
  handInApplicationMaterialEndpoint,
  contestEligibilityEndpoint,
  listApplicationQueueEndpoint,
  decideEligibilityEndpoint,
  askApplicationMaterialEndpoint,
];
