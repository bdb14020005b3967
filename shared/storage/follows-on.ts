import { whole } from "./attributes.ts";

/** The condition that what is written over is the version named; of version 0, that nothing is there under the key. */
export const followsOn = (version: number, partition = "residentId") =>
  version === 0
    ? { ConditionExpression: `attribute_not_exists(${partition})` }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": whole(version) },
      };
