/** What holds for every call, in the words of the document's first page. */
export const introduction = `\
Turns what is known of a new resident into points, after 浙政办发〔2023〕38号, and explains every line.

Days are ISO dates in Asia/Shanghai, points are numbers with at most two decimals. Objects take no fields and calls no query
parameters but those named here; a parameter is given once, a name stands once in an object.

**Problems.** Whatever this service refuses is \`application/problem+json\` (RFC 9457). \`type\` is stable and the thing to compare;
each is a schema of this document, \`/problems/resident-unknown\` is \`problem-resident-unknown\`. \`detail\` tells people what to do next and
may change its words. An \`errors\` list names every offending field of path, query, headers and body at once. A path that does
not exist is 404 \`/problems/route-unknown\`, a path under another method 405 \`/problems/method-not-allowed\` with \`Allow\`. To someone who may
not see a person, unknown and forbidden look the same.

**The gateway's own answers.** 401 without a valid token, 403, 413, 429 and 503 may come from the gateway, before or in place of this service, and
are then \`application/json\` with a \`message\` and nothing else.

**Sending again.** Calls that store take an \`Idempotency-Key\`. Answers with an \`ETag\` may be asked for again with \`If-None-Match\`.`;
