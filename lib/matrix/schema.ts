import { z } from "zod";
import { METHODS } from "@/lib/analysis/scales";
import { code } from "@/lib/fields";
import { hypothesisId } from "@/lib/hypothesis/schema";

/** Which score to open into what it is made of. */
export const scoreView = z.object({ method: code(METHODS), hypothesis: hypothesisId });
