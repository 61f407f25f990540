/** The way back from a withdrawal, or from putting something back: what the form of its opposite has to say. */
export interface Undo {
  readonly kind: "evidence" | "hypothesis" | "claim" | "source";
  readonly by: "withdraw" | "restore";
  readonly id: string;
  /** Of the inquiry; a source belongs to none. */
  readonly slug?: string | undefined;
}

/** The reason that the history keeps where somebody took back at once what they had done. */
export const undoReason = "Undone by whoever did it.";
