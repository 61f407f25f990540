import { z } from "zod";
import { passwordLength } from "@/lib/auth/password";
import { localPath, optionalText, requiredText, version } from "@/lib/fields";

const { minPasswordLength, maxPasswordLength } = passwordLength;

const name = requiredText(80, "Say what others should call you.");
const isAddress = (text: string) => z.email().safeParse(text).success;
const email = requiredText(200, "Give an e-mail address.")
  .refine(
    (text) => isAddress(text) && !text.endsWith(".invalid"),
    "This does not look like an e-mail address.",
  )
  .transform((text) => text.toLowerCase());
const password = z
  .string({ error: "Choose a password." })
  .min(
    minPasswordLength,
    `At least ${minPasswordLength} characters; a few words are easier to keep than signs.`,
  )
  .max(maxPasswordLength, `At most ${maxPasswordLength} characters.`);

export const signUpForm = z.object({ name, email, password, next: localPath });
export type SignUp = z.output<typeof signUpForm>;

export const signInForm = z.object({
  email: requiredText(200, "Give the e-mail address of your account.").transform((text) =>
    text.toLowerCase(),
  ),
  password: z
    .string()
    .min(1, "Give your password.")
    .max(maxPasswordLength, "No account has so long a password."),
  next: localPath,
});

const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal("").transform(() => null), schema])
    .optional()
    .default(null as never) as z.ZodType<z.output<T> | null>;

/** The holder of a one-time key: a name, and an address with a password now or later. */
export const welcomeForm = z
  .object({
    key: z.string().regex(/^[A-Za-z0-9_-]{16,128}$/, "This key is not whole. Copy the address again."),
    name: optionalText(80),
    email: optional(email),
    password: optional(password),
  })
  .refine((given) => (given.email === null) === (given.password === null), {
    path: ["password"],
    message: "An e-mail address and a password go together: give both, or neither.",
  });
export type Welcome = z.output<typeof welcomeForm>;

export const accountEdit = z.object({
  version,
  name,
  email: optional(email),
  password: optional(password),
  currentPassword: z.string().max(maxPasswordLength).optional().default(""),
});
export type AccountEdit = z.output<typeof accountEdit>;

/** What an administrator does to an account. */
export const accountChange = z.object({
  id: z.uuid(),
  change: z.enum(["close", "reopen", "appoint", "dismiss"]),
});
export type AccountChange = z.output<typeof accountChange>;
