/** The sentence that says what comes of it: where the focus goes when what had it is gone. */
export const answerId = "what-if-answer";
