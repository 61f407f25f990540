import type { APIRequestContext, APIResponse } from "@playwright/test";
import { parseHTML } from "linkedom";

/**
 * Sends a form as a browser without JavaScript does: fetches its page, fills in the fields given, and posts all that
 * the form holds. The answer is not followed.
 */
export async function sendForm(
  request: APIRequestContext,
  path: string,
  id: string,
  fields: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  const page = await request.get(path);
  const { document } = parseHTML(await page.text());
  const form = document.querySelector(`form#${escaped(id)}`);
  if (!form) throw new Error(`${path} has no form ${id}`);
  const data: Record<string, string> = {};
  for (const field of form.querySelectorAll("input[name], textarea[name]")) {
    const isUnticked =
      /^(radio|checkbox)$/.test(field.getAttribute("type") ?? "") && !field.hasAttribute("checked");
    if (!isUnticked)
      data[field.getAttribute("name") ?? ""] = field.getAttribute("value") ?? field.textContent ?? "";
  }
  for (const field of form.querySelectorAll("select[name]")) {
    const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
    data[field.getAttribute("name") ?? ""] = chosen?.getAttribute("value") ?? "";
  }
  return request.post(path, { multipart: { ...data, ...fields }, maxRedirects: 0 });
}

const escaped = (id: string): string => id.replace(/[^\w-]/g, (sign) => `\\${sign}`);
