/**
 * Spreadsheets read a cell that begins with one of these signs, or with its full-width twin, as a formula, and a
 * formula can send what stands beside it elsewhere (OWASP, "CSV Injection"). So a text that would begin such a cell
 * gets an apostrophe before it, which they show as it is.
 *
 * A cell can begin inside a text as well: where the list separator is a semicolon, Excel splits our files at those,
 * and at line breaks, without heed of the quotes that a comma is needed to see.
 */
const beginning = "(?<=^|[;\\r\\n])";
/** Blanks are skipped before a formula; apostrophes are counted, so that taking one away brings back the text. */
const formula = "(?=[ \\u00a0']*[=+\\-@\\t\\r＝＋－＠])";

const unguarded = new RegExp(`${beginning}${formula}`, "g");
const guarded = new RegExp(`${beginning}'${formula}`, "g");

/** A text that no spreadsheet takes for a formula. */
export const guardText = (text: string): string => text.replace(unguarded, "'");

/** The text that was guarded; any other text that looks guarded loses its apostrophe, as a spreadsheet would take it. */
export const unguardText = (text: string): string => text.replace(guarded, "");
