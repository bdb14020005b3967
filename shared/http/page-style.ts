import { createHash } from "node:crypto";

/** All that a page needs to be printed; nothing is loaded. */
export const pageStyle = `
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #000; background: #fff; margin: 0 auto; max-width: 170mm }
header, footer { text-align: center }
h1 { font-size: 20pt; margin: 4mm 0 8mm }
table { border-collapse: collapse; width: 100%; margin: 4mm 0 }
th, td { border: 0.3mm solid #000; padding: 1.5mm 2.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th[scope="row"] { width: 34% }
td.points { text-align: right }
.said { white-space: pre-line }
.code { font-size: 15pt; letter-spacing: 0.1em }
footer { font-size: 8.5pt; margin-top: 10mm; overflow-wrap: anywhere }
tr, p { break-inside: avoid }
`;

/** Nothing runs, nothing is loaded, nothing is sent; only this style applies. */
export const pageHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "referrer-policy": "no-referrer",
} as const;
