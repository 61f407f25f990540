import type { ReactNode } from "react";

/** A component of the kit in its states. Each is drawn once a theme, so ids in it begin with what it is given. */
export interface Specimen {
  /** The name of its file in components/ui. */
  readonly file: string;
  readonly states: Readonly<Record<string, (id: string) => ReactNode>>;
}

export const longText =
  "A statement that goes on for longer than anybody would wish, with a Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen in it that no line holds";
export const rightToLeft = "مصدر مستقل يؤكد ما نشر في المقال";
