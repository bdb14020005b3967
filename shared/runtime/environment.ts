/** Every environment variable that the service's own code reads; AWS's libraries read theirs themselves. */
type Variable =
  | "RESIDENTS_TABLE"
  | "SCORES_TABLE"
  | "IDENTITIES_TABLE"
  | "REQUESTS_TABLE"
  | "JOBS_TABLE"
  | "FEEDS_TABLE"
  | "REVIEWS_TABLE"
  | "MESSAGES_TABLE"
  | "CONTACTS_TABLE"
  | "MESSAGE_QUEUE_URL"
  | "REACTION_QUEUE_URL"
  | "LETTERS_TABLE"
  | "MATERIALS_TABLE"
  | "HOUSEHOLDS_TABLE"
  | "LISTINGS_TABLE"
  | "PROGRAMMES_TABLE"
  | "RESULTS_TABLE"
  | "SETTLEMENT_QUEUE_URL"
  | "APPLICATIONS_TABLE"
  | "FINDINGS_TABLE"
  | "EVIDENCE_BUCKET"
  | "RETRY_QUEUE_URL"
  | "RECOMPUTATION_MACHINE_ARN"
  | "SLICE_SECONDS"
  | "IDENTITY_KEY_ID"
  | "IDENTITY_LOOKUP_SECRET_ARN"
  | "CERTIFICATE_SECRET_ARN"
  | "IDENTITY_KEY_FILE"
  | "CALENDAR_DAY_OFFSET";

/**
 * What the deployment set. Read at module scope, so that a function which lacks something fails at its first start.
 * @throws Error that names the missing variable
 */
export const environment = (variable: Variable): string => {
  const value = environmentIfSet(variable);
  if (value === undefined) throw new Error(`the environment variable ${variable} is not set`);
  return value;
};

/** An empty variable counts as one that is not set. */
export const environmentIfSet = (variable: Variable): string | undefined => process.env[variable] || undefined;
