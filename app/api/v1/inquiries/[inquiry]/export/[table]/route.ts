import { answerExport } from "@/lib/interchange/answer-export";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ inquiry: string; table: string }>;
}

/** Matrix, entries, sources or ratings of an inquiry as CSV, as far as whoever asks may see them. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { inquiry, table } = await params;
  return answerExport(inquiry, table);
}
