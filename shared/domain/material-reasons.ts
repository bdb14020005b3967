import { largestMaterial, type MaterialReason } from "./material.ts";
import type { Words } from "./words.ts";

/** Why a material was refused, in words that say what to do. */
export const materialReasons: Readonly<Record<MaterialReason, Words>> = {
  empty: {
    zh: "文件是空的。请检查原文件,重新上传",
    en: "The file is empty: check the original and upload it again.",
  },
  "size-differs": {
    zh: `文件大小与申报的不符,或超过 ${largestMaterial / 1_048_576} MB。请按文件的实际大小重新上传`,
    en: `The file has another size than was declared, or more than ${largestMaterial / 1_048_576} MB: declare the size it has, or make it smaller.`,
  },
  "hash-differs": {
    zh: "文件内容与申报的校验值不符,可能在传输中损坏。请重新上传",
    en: "The file's SHA-256 is not the one declared, so it may have been damaged on the way: upload it again.",
  },
  "content-not-allowed": {
    zh: "文件内容不是 PDF、JPEG、PNG 或 HEIC(以内容为准,与文件名无关)。请换成上述格式后重新上传",
    en: "The content is no PDF, JPEG, PNG or HEIC, whatever the file is called: convert it to one of these and upload it again.",
  },
  "content-differs": {
    zh: "文件内容的格式与申报的不同。请按实际格式申报后重新上传",
    en: "The content is of another type than was declared: declare the type that it has and upload it again.",
  },
};
