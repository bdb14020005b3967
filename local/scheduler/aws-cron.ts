/** A time of day, on days by the calendar of a time zone, as croner reads it. */
export interface CronTimes {
  /** Seconds, minutes, hours, day of month, month, day of week, year. */
  readonly pattern: string;
  readonly timeZone: string;
}

/**
 * Reads `cron(30 0 * * ? *)`: minutes, hours, day of month, month, day of week, year. Only what AWS and croner take for
 * the same: days of the week by name, since AWS counts them from 1 and croner from 0; no L, W, # and `5/10`.
 * @throws Error that names the field
 */
export const awsCron = (expression: string, timeZone: string): CronTimes => {
  const fields = /^cron\(([^()]+)\)$/.exec(expression)?.[1]?.split(" ") ?? [];
  if (fields.length !== fieldForms.length) throw new Error(`${expression} is not cron(…) of six fields`);
  for (const [place, { name, form }] of fieldForms.entries()) {
    if (!form.test(fields[place] ?? ""))
      throw new Error(`${expression}: the ${name} ${fields[place]} is not implemented`);
  }
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if ((dayOfMonth === "?") === (dayOfWeek === "?"))
    throw new Error(`${expression}: either the day of month or the day of week must be ?`);
  return { pattern: ["0", ...fields].join(" "), timeZone };
};

const listOf = (one: string) => `(${one}(-${one})?)(,${one}(-${one})?)*`;
const number = "\\d{1,4}";
const numbers = `\\*(/${number})?|${number}-${number}/${number}|${listOf(number)}`;
const weekdays = listOf("(SUN|MON|TUE|WED|THU|FRI|SAT)");
const fieldForms = [
  { name: "minute", form: new RegExp(`^(${numbers})$`) },
  { name: "hour", form: new RegExp(`^(${numbers})$`) },
  { name: "day of month", form: new RegExp(`^(\\?|${numbers})$`) },
  { name: "month", form: new RegExp(`^(${numbers})$`) },
  { name: "day of week", form: new RegExp(`^(\\?|\\*|${weekdays})$`) },
  { name: "year", form: new RegExp(`^(${numbers})$`) },
] as const;
