import { answerChanges } from "@/lib/live/answer-changes";

export const dynamic = "force-dynamic";

/** What changes in an inquiry, as it happens: server-sent events for whoever may read it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ inquiry: string }> },
): Promise<Response> {
  return answerChanges(request, (await params).inquiry);
}
