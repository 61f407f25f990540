import { answerExport } from "@/lib/interchange/answer-export";
import { withinInquiry } from "@/lib/interchange/within-inquiry";

/** Matrix, entries, sources or ratings of an inquiry as CSV, as far as whoever asks may see them. */
export const GET = withinInquiry<{ inquiry: string; table: string }>((_request, { actor, scope, params }) =>
  answerExport(actor, scope, params.table),
);
