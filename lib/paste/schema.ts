import { z } from "zod";
import { code, optionalText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";
import { SOURCE_KINDS } from "@/lib/source/kinds";

/** How many rows may be pasted at once, the head not counted, and how many bytes; a form takes 1,048,576 in all. */
export const PASTE_LIMITS = { rows: 500, bytes: 1_000_000 } as const;

const tooLong = "At most 1 MB at a time, please: paste it in parts.";

/** Not trimmed: a row may begin with an empty cell. */
const pastedText = z
  .string({ error: "Paste some rows." })
  .refine((text) => text.trim() !== "", "Paste some rows.")
  .refine(
    (text) => !text.includes("\u0000") && text.isWellFormed(),
    "This holds characters that cannot be stored.",
  )
  .refine((text) => Buffer.byteLength(text) <= PASTE_LIMITS.bytes, tooLong);

/** Rows out of a spreadsheet. `seen` is the stamp of the preview that whoever saves has looked at. */
export const pasteForm = z.object({
  slug,
  rows: pastedText,
  newKind: code(SOURCE_KINDS, "Say what kind of source new ones are."),
  intent: z.enum(["preview", "save"]).optional().default("preview"),
  seen: optionalText(100),
});
export type PasteForm = z.output<typeof pasteForm>;
