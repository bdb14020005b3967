import { expect, test } from "vitest";
import { html } from "#shared/http/html.ts";

test("text stays text, whatever is written in it", () => {
  const nasty = `</td><script>alert("&amp;")</script>'`;

  expect(html`<td>${nasty}</td>`.html).toBe(
    "<td>&#60;/td&#62;&#60;script&#62;alert(&#34;&#38;amp;&#34;)&#60;/script&#62;&#39;</td>",
  );
});

test("pieces are put together as they are, numbers as they are read", () => {
  const cells = [68.25, 0].map((points) => html`<td>${points}</td>`);

  expect(html`<tr>${cells}${html`<td>–</td>`}</tr>`.html).toBe("<tr><td>68.25</td><td>0</td><td>–</td></tr>");
});
