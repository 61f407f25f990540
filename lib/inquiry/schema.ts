import { z } from "zod";
import { code, isTicked, optionalText, requiredText, version } from "@/lib/fields";
import { memberRoles } from "@/lib/policy";
import { VISIBILITIES } from "./visibility";

export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const inquiryFields = {
  question: requiredText(300, "Every inquiry asks a question: please write it."),
  summary: optionalText(4_000),
};

/** A new inquiry starts with the hypotheses that compete in it, one a line. */
export const inquiryDraft = z.object({
  ...inquiryFields,
  hypotheses: requiredText(4_000, "Name at least two hypotheses, one a line.")
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .refine((lines) => lines.length >= 2, "Name at least two hypotheses, one a line.")
    .refine((lines) => lines.length <= 20, "At most twenty to begin with; more can be proposed later.")
    .refine((lines) => lines.every((line) => line.length <= 300), "At most 300 characters a line.")
    .refine((lines) => new Set(lines).size === lines.length, "One of these stands there twice."),
});
export type InquiryDraft = z.output<typeof inquiryDraft>;

export const inquiryEdit = z
  .object({
    slug,
    version,
    ...inquiryFields,
    ratingsNote: optionalText(400),
    visibility: code(VISIBILITIES),
    isOpen: isTicked,
  })
  .refine((edit) => !edit.isOpen || edit.visibility === "public", {
    path: ["isOpen"],
    message: "Only a public inquiry can be open to contributions.",
  });
export type InquiryEdit = z.output<typeof inquiryEdit>;

/** Who is to become what; `none` takes a membership away. */
export const membershipChange = z.object({
  slug,
  email: optionalText(200),
  analystId: optionalText(64),
  role: z.enum([...memberRoles, "none"], { error: "Please choose a role." }),
});
export type MembershipChange = z.output<typeof membershipChange>;

export const inquiryEntry = z.object({ slug });
