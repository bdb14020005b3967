import * as z from "zod";

/** 行政区划代码 (GB/T 2260): six digits; a city ends in 00, a province in 0000. */
export const AreaCode = z
  .string()
  .regex(/^[1-9]\d{5}$/, "must be an area code of six digits (GB/T 2260)")
  .brand<"AreaCode">()
  .meta({
    id: "AreaCode",
    description: "Six digits (GB/T 2260): province 330000, city 339900, county 339901",
    examples: ["339901"],
  });
export type AreaCode = z.infer<typeof AreaCode>;

/** Whether the area is the other one or lies in it: a city covers its counties, the province all of them. */
export const isWithin = (area: AreaCode, covering: AreaCode): boolean => coveringAreas(area).includes(covering);

/** The area itself, its city and its province, the narrowest first. */
export const coveringAreas = (area: AreaCode): readonly AreaCode[] => [
  ...new Set([area, `${area.slice(0, 4)}00` as AreaCode, `${area.slice(0, 2)}0000` as AreaCode]),
];
