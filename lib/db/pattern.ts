/** A text for Prisma's case-insensitive `equals` and `contains`, which read % _ and \ as signs of a pattern. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
