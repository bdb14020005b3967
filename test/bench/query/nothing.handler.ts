/** What it costs to call any function. */
export const handler = async () => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: "{}",
});
