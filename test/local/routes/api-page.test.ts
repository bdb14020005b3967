import { expect, test } from "vitest";
import { apiPage, type OpenApi } from "#local/routes/api-page.ts";

const document: OpenApi = {
  info: { title: "A <service>", version: "1", description: "One.\n\nTwo, **bold**." },
  paths: {
    "/things/{id}": {
      get: {
        operationId: "read-thing",
        summary: "Reads a thing",
        description: "Says `what` it is.",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "The thing",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" }, example: { a: "<b>" } } },
          },
        },
      },
    },
  },
  components: { schemas: { Thing: { properties: { other: { $ref: "#/components/schemas/Thing" } } } } },
};

test("the page shows calls, parameters, answers, examples and schemas, linked to each other", () => {
  const page = apiPage(document);

  expect(page).toContain("A &lt;service></title>");
  expect(page).toContain("<p>One.</p><p>Two, <b>bold</b>.</p>");
  expect(page).toContain('<a href="#read-thing"><code><b>GET</b> /things/{id}</code>');
  expect(page).toContain("<code>what</code>");
  expect(page).toContain("<code>path id</code>");
  expect(page).toContain("&quot;required&quot;: true");
  expect(page).toContain('<a href="#Thing">Thing</a>');
  expect(page).toContain("&quot;a&quot;: &quot;&lt;b>&quot;");
  expect(page).toContain('<details id="Thing">');
});

test("it needs neither script nor network", () => {
  expect(apiPage(document)).not.toMatch(/<script|src=|@import|href="http/);
});
