import { whole } from "./attributes.ts";

/** The condition that what is written over is the version named; of version 0, that nothing of this resident is there. */
export const followsOn = (version: number) =>
  version === 0
    ? { ConditionExpression: "attribute_not_exists(residentId)" }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": whole(version) },
      };
