/** One DynamoDB table, as data: infra makes it, the one-machine system makes it, the repositories write into it. */
export interface TableDefinition {
  /** The environment variable that carries the table's name to a function. */
  readonly variable: `${Uppercase<string>}_TABLE`;
  readonly keys: KeyDefinition;
  /** Every index is keys only and sparse: an item without the keys isn't in them. */
  readonly indexes: readonly IndexDefinition[];
  /** The attribute, in seconds since 1970, after which an item may go. */
  readonly expiresBy?: string;
  /** Whether changes are streamed, with the old and the new image. */
  readonly stream: boolean;
}

/** Every key is a string. */
export interface KeyDefinition {
  readonly partition: string;
  readonly sort?: string;
}

export interface IndexDefinition {
  readonly name: string;
  readonly keys: Required<KeyDefinition>;
}

export type TableName =
  | "residents"
  | "scores"
  | "identities"
  | "requests"
  | "jobs"
  | "feeds"
  | "reviews"
  | "messages"
  | "contacts"
  | "letters"
  | "materials"
  | "households"
  | "listings"
  | "results"
  | "programmes"
  | "applications"
  | "findings";

export const tables = {
  // item: `current`, `change#<version>`, `seen#<source>#<id>`
  residents: {
    variable: "RESIDENTS_TABLE",
    keys: { partition: "residentId", sort: "item" },
    // only `current` items carry `shard`: everyone, without scanning what they once were
    indexes: [{ name: "byShard", keys: { partition: "shard", sort: "residentId" } }],
    stream: true,
  },
  // item: `current`, `history#<dossier version>#<registry revision>#<as-of day>`
  scores: {
    variable: "SCORES_TABLE",
    keys: { partition: "residentId", sort: "item" },
    indexes: [
      { name: "due", keys: { partition: "shard", sort: "nextChangeOnResident" } },
      { name: "byArea", keys: { partition: "areaShard", sort: "residentId" } },
    ],
    stream: false,
  },
  // key: `lookup#<keyed hash>`, `resident#<residentId>`
  identities: { variable: "IDENTITIES_TABLE", keys: { partition: "key" }, indexes: [], stream: false },
  // key: the hash of who asked what under which idempotency key
  requests: {
    variable: "REQUESTS_TABLE",
    keys: { partition: "key" },
    indexes: [],
    expiresBy: "expiresAt",
    stream: false,
  },
  // item: `current`, `shard#<shard>`
  jobs: { variable: "JOBS_TABLE", keys: { partition: "jobId", sort: "item" }, indexes: [], stream: false },
  // feed and item: (`silence#<area>`, `<department>`), (`batch#<department>#<batchId>`, `current` | `record#<nnn>` | `results#<attempt>#<nnn>`)
  feeds: { variable: "FEEDS_TABLE", keys: { partition: "feed", sort: "item" }, indexes: [], stream: false },
  // item: `review#<reviewId>`, `step#<reviewId>#<version>`, `open#<layer>#<code>`; only reviews are in the indexes
  reviews: {
    variable: "REVIEWS_TABLE",
    keys: { partition: "residentId", sort: "item" },
    indexes: [
      { name: "byQueue", keys: { partition: "queue", sort: "queuePlace" } },
      { name: "byDay", keys: { partition: "shard", sort: "dayPlace" } },
    ],
    stream: false,
  },
  // 通知. Only what was told carries `residentId`, only what has to be looked at a day
  messages: {
    variable: "MESSAGES_TABLE",
    keys: { partition: "messageId" },
    indexes: [
      { name: "byResident", keys: { partition: "residentId", sort: "inboxPlace" } },
      { name: "byDay", keys: { partition: "shard", sort: "dayPlace" } },
    ],
    stream: true,
  },
  contacts: { variable: "CONTACTS_TABLE", keys: { partition: "residentId" }, indexes: [], stream: false },
  letters: {
    variable: "LETTERS_TABLE",
    keys: { partition: "residentId", sort: "letterId" },
    indexes: [],
    stream: false,
  },
  // 申请材料. Only what the calendar has something to do with carries a day
  materials: {
    variable: "MATERIALS_TABLE",
    keys: { partition: "residentId", sort: "materialId" },
    indexes: [{ name: "byDay", keys: { partition: "shard", sort: "dayPlace" } }],
    stream: false,
  },
  // 家庭关系. item: `relation#<relationId>` with everybody it is about, `step#<relationId>#<version>`, `spouse`
  households: {
    variable: "HOUSEHOLDS_TABLE",
    keys: { partition: "residentId", sort: "item" },
    indexes: [],
    stream: false,
  },
  // 结果移交. item: `result#<sequence>`, `told#<applicationNumber>`, `last`, `acknowledged`
  results: { variable: "RESULTS_TABLE", keys: { partition: "programmeId", sort: "item" }, indexes: [], stream: false },
  // 公示. listing and item: (listingId, `current` | `step#<version>` | `objection#<objectionId>` |
  // `objection-step#<objectionId>#<version>`), (listingId#<revision>, `entry#<position>` | `number#<applicationNumber>`)
  listings: {
    variable: "LISTINGS_TABLE",
    keys: { partition: "listing", sort: "item" },
    indexes: [
      { name: "byState", keys: { partition: "state", sort: "statePlace" } },
      { name: "byQueue", keys: { partition: "queue", sort: "queuePlace" } },
    ],
    stream: false,
  },
  // 积分应用. item: `current`, `step#<version>`; only what the calendar has something to do with carries a day
  programmes: {
    variable: "PROGRAMMES_TABLE",
    keys: { partition: "programmeId", sort: "item" },
    indexes: [
      { name: "byCity", keys: { partition: "city", sort: "programmeId" } },
      { name: "byDay", keys: { partition: "shard", sort: "dayPlace" } },
    ],
    stream: false,
  },
  // application and item: (applicationNumber, `current` | `step#<version>`), (`used#<programmeId>#<kind>#<id>`, `current`); only applications are in the indexes
  applications: {
    variable: "APPLICATIONS_TABLE",
    keys: { partition: "application", sort: "item" },
    indexes: [
      { name: "byResident", keys: { partition: "residentId", sort: "residentPlace" } },
      { name: "byRound", keys: { partition: "round", sort: "application" } },
      { name: "byQueue", keys: { partition: "queue", sort: "queuePlace" } },
    ],
    stream: false,
  },
  // 造假认定. holder and item: (residentId, `finding#<findingId>` | `step#<findingId>#<version>`), (`credit-records`,
  // `record#<sequence>`); only what the calendar has something to do with carries a day
  findings: {
    variable: "FINDINGS_TABLE",
    keys: { partition: "holder", sort: "item" },
    indexes: [{ name: "byDay", keys: { partition: "shard", sort: "dayPlace" } }],
    stream: false,
  },
} as const satisfies Record<TableName, TableDefinition>;

export const tableNames: readonly TableName[] = [
  "residents",
  "scores",
  "identities",
  "requests",
  "jobs",
  "feeds",
  "reviews",
  "messages",
  "contacts",
  "letters",
  "materials",
  "listings",
  "households",
  "results",
  "programmes",
  "applications",
  "findings",
];
