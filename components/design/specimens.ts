import { fieldSpecimens } from "./fields";
import { frameSpecimens } from "./frames";
import { markSpecimens } from "./marks";
import type { Specimen } from "./specimen";

/** Every component of components/ui; a test holds that none is missing. */
export const specimens: readonly Specimen[] = [...markSpecimens, ...fieldSpecimens, ...frameSpecimens];
