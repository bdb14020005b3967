import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { MaterialPlace, MaterialType } from "#shared/domain/material.ts";
import { keptKey, uploadKey } from "./evidence-keys.ts";
import type { EvidenceStore } from "./evidence-store.ts";

/** A presigned POST, and not a presigned PUT: only its policy binds the size. */
export const s3EvidenceStore = (client: S3Client, Bucket: string): EvidenceStore => {
  const discard = async (Key: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  };

  return {
    uploadForm: async (material) => {
      const { url, fields } = await createPresignedPost(client, {
        Bucket,
        Key: uploadKey(material),
        Fields: { "Content-Type": material.contentType, "x-amz-checksum-sha256": inBase64(material.sha256) },
        Conditions: [["content-length-range", material.bytes, material.bytes]],
        Expires: formSeconds,
      });
      return { url, fields, expiresInSeconds: formSeconds };
    },

    readUpload: async (place) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: uploadKey(place) }));
        return await Body?.transformToByteArray();
      } catch (cause) {
        if (cause instanceof NoSuchKey) return undefined;
        throw new Error("upload not read", { cause });
      }
    },

    keep: async (material, bytes) => {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: keptKey(material),
          Body: bytes,
          ContentType: material.contentType,
          ChecksumSHA256: inBase64(material.sha256),
        }),
      );
    },

    discardUpload: (place) => discard(uploadKey(place)),
    discardKept: (place) => discard(keptKey(place)),

    link: async (material) => {
      const showing = new GetObjectCommand({
        Bucket,
        Key: keptKey(material),
        ResponseContentType: material.contentType,
        // to be saved and not to be shown: no browser runs what a file may hold
        ResponseContentDisposition: `attachment; filename="${fileName(material)}"`,
      });
      return { url: await getSignedUrl(client, showing, { expiresIn: linkSeconds }), expiresInSeconds: linkSeconds };
    },
  };
};

const formSeconds = 600;
const linkSeconds = 60;

const inBase64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");

const extensions: Readonly<Record<MaterialType, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
};

const fileName = ({ materialId, contentType }: MaterialPlace & { readonly contentType: MaterialType }): string =>
  `${materialId}.${extensions[contentType]}`;
