import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { OnItsWay } from "@/components/shell/on-its-way";
import { SiteFooter } from "@/components/shell/site-footer";
import { SiteHeader } from "@/components/shell/site-header";
import { UndoOf } from "@/components/shell/undo-of";
import { KeptValues } from "@/components/ui/kept-values";
import { SkipLink } from "@/components/ui/skip-link";
import { Toasts } from "@/components/ui/toasts";
import { currentActor } from "@/lib/auth/actor";
import { readKeptForm } from "@/lib/kept-form";
import { readSaid, saidCookie } from "@/lib/said";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Linchpin", template: "%s · Linchpin" },
  description: "What stands, how firmly, and what it hangs on.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [actor, kept, said, requestHeaders] = await Promise.all([
    currentActor(),
    readKeptForm(),
    readSaid(),
    headers(),
  ]);
  return (
    <html lang="en">
      <head>
        {/* Pages read the nonce, so none is built ahead of time: a page without one is dead under our policy. */}
        <meta property="csp-nonce" nonce={requestHeaders.get("x-nonce") ?? ""} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SkipLink href="#matrix">To the matrix</SkipLink>
        <SiteHeader actor={actor} />
        <Toasts
          cookie={saidCookie}
          served={
            said && {
              key: said.key,
              message: said.message,
              action: <UndoOf key={said.key} undo={said.undo} />,
            }
          }
        >
          <main
            id="main"
            tabIndex={-1}
            className="relative mx-auto w-full max-w-page flex-1 px-4 pb-16 outline-none sm:px-8"
          >
            {/* Always there: a tree that changes shape once the kept form is sent would lose what the page says. */}
            <KeptValues form={kept?.form ?? ""} values={kept?.values ?? {}}>
              <OnItsWay>{children}</OnItsWay>
            </KeptValues>
          </main>
        </Toasts>
        <SiteFooter />
      </body>
    </html>
  );
}
