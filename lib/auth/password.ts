/** In characters; the upper bound keeps hashing cheap for us and not for whoever sends a novel. */
export const passwordLength = { minPasswordLength: 10, maxPasswordLength: 128 } as const;
