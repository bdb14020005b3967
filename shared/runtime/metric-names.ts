export const metricNamespace = "NewResidentPoints";

/** The one dimension of every metric. */
export const metricService = "new-resident-points";

/**
 * Every metric of the service's own, with its unit. Counts and times only: a metric bears no id of a person.
 * What AWS measures by itself (errors, iterator age, age of messages) isn't here.
 */
export const metricUnits = {
  // of a completed night
  NightDue: "Count",
  NightRead: "Count",
  NightWritten: "Count",
  NightUnchanged: "Count",
  NightFailed: "Count",
  NightSeconds: "Seconds",
  /** 1 for each night that ended with every shard worked. */
  NightCompleted: "Count",
  /** Scores that a completed night should have caught, found by a sweep. Anything but 0 is an alarm. */
  SweepMissed: "Count",
  /** 1 for each sweep that ended with every shard worked. */
  SweepCompleted: "Count",
  /** How old the oldest dossier change is that a sweep found in no stored score; 0 when there was none. */
  SweepBehindSeconds: "Seconds",
  /** Reviews whose term ended undecided, found by the daily run. */
  ReviewsEscalated: "Count",
  /** Terms that rest on holidays not known yet. */
  TermsProvisional: "Count",
  /** 1 while the holidays of this year, or in December of the next, are not loaded. Anything but 0 is an alarm. */
  HolidaysUnknown: "Count",
  /** From the commit of a change to its recorded score. */
  ChangeToRecordMilliseconds: "Milliseconds",
} as const;

export type MetricName = keyof typeof metricUnits;
