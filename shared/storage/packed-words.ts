/**
 * Words that the packed form knows by their place. Places are for ever: a new word goes to the end, none goes away, or
 * `packedFormat` becomes another.
 */
export const paperCategories = [
  "primary",
  "junior-secondary",
  "senior-secondary",
  "vocational-secondary",
  "college",
  "higher-vocational",
  "bachelor",
  "master",
  "doctor",
  "special-skill",
  "title:junior",
  "title:middle",
  "title:senior",
  "vocational-qualification:1",
  "vocational-qualification:2",
  "vocational-qualification:3",
  "vocational-qualification:4",
  "vocational-qualification:5",
  "skill-level:1",
  "skill-level:2",
  "skill-level:3",
  "skill-level:4",
  "skill-level:5",
] as const;

export const kindsOfPension = ["employee", "flexible", "resident"] as const;

export const factsMissing = ["birthDate", "education", "skills", "pension", "residence"] as const;

export const permitStandings = ["none", "valid", "suspended", "cancelled"] as const;
