import { type NextRequest, NextResponse } from "next/server";
import { isDatabaseThere } from "@/lib/health";
import { databaseAwayPage } from "@/lib/health-page";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * What stands before every page: its own Content-Security-Policy with a fresh nonce, and a page of its own while the
 * database is away. (Host, forwarded headers and the headers of everything else: scripts/lib/front.mjs.)
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  // A form sent by our own script is answered by its action, which keeps what was typed.
  const isScriptedAction = request.headers.has("next-action");
  if (!isScriptedAction && !(await isDatabaseThere())) {
    const page = databaseAwayPage({
      nonce,
      wasSent: request.method === "POST",
      retryPath: request.nextUrl.pathname,
    });
    return new NextResponse(page, {
      status: 503,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "no-store",
        "retry-after": "5",
      },
    });
  }
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Widths of bars stand in style attributes; no text of a person's ever does.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Everything but files of the build and the interface for machines, which brings its own answers.
  matcher: ["/((?!_next/static|api/|icon.svg).*)"],
};
