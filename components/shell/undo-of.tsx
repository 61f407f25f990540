import { restoreClaimAction, withdrawClaimAction } from "@/lib/claim/actions";
import { restoreEvidenceAction, withdrawEvidenceAction } from "@/lib/evidence/actions";
import type { FormAction } from "@/lib/forms";
import { restoreHypothesisAction, withdrawHypothesisAction } from "@/lib/hypothesis/actions";
import { restoreSourceAction, withdrawSourceAction } from "@/lib/source/actions";
import { type Undo, undoReason } from "@/lib/undo";
import { UndoForm } from "./undo-form";

const actions: Readonly<Record<Undo["kind"], Readonly<Record<Undo["by"], FormAction>>>> = {
  evidence: { withdraw: withdrawEvidenceAction, restore: restoreEvidenceAction },
  hypothesis: { withdraw: withdrawHypothesisAction, restore: restoreHypothesisAction },
  claim: { withdraw: withdrawClaimAction, restore: restoreClaimAction },
  source: { withdraw: withdrawSourceAction, restore: restoreSourceAction },
};

/** The form that goes back: the opposite of what was done, by the same action that its own page has. */
export function UndoOf({ undo: { kind, by, id, slug } }: { undo: Undo }) {
  const fields = { form: `undo-${id}`, id, reason: undoReason, ...(slug ? { slug } : {}) };
  return <UndoForm action={actions[kind][by]} fields={fields} />;
}
