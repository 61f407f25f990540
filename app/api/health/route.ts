import { isDatabaseThere } from "@/lib/health";
import { countReaders } from "@/lib/live/hub";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const isThere = await isDatabaseThere();
  return Response.json(
    {
      status: isThere ? "ok" : "degraded",
      database: isThere ? "ok" : "away",
      streams: countReaders(),
      version,
    },
    { status: isThere ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
