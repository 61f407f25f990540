import Link from "next/link";
import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/account/actions";
import { HeaderSearch } from "./header-search";

export interface SiteHeaderProps {
  actor:
    | { readonly kind: "nobody" }
    | { readonly kind: "person"; readonly name: string; readonly isAdministrator: boolean };
}

/** The head of every page: where one can go, and who one is here. */
export function SiteHeader({ actor }: SiteHeaderProps) {
  return (
    <header className="border-b border-rule print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-8">
        <Link
          href="/"
          className="me-2 flex items-center gap-2 py-1 font-serif text-xl font-semibold text-ink no-underline"
        >
          <Mark />
          Linchpin
        </Link>
        <nav
          aria-label="Main"
          className="flex items-center gap-x-5 text-sm max-sm:order-last max-sm:w-full max-sm:pb-1"
        >
          <Link href="/" className="py-1.5">
            Inquiries
          </Link>
          <Link href="/sources" className="py-1.5">
            Sources
          </Link>
          {actor.kind === "person" && actor.isAdministrator && (
            <Link href="/administration" className="py-1.5">
              Administration
            </Link>
          )}
        </nav>
        <div className="ms-auto flex items-center gap-x-4 text-sm">
          <HeaderSearch actor={whoActs(actor)} />
          {actor.kind === "person" ? (
            <>
              <Link href="/account" dir="auto" className="max-w-28 truncate py-1.5 sm:max-w-48">
                {actor.name}
              </Link>
              <form action={signOutAction}>
                <Button type="submit" variant="quiet" size="small">
                  Sign out
                </Button>
              </form>
            </>
          ) : (
            <>
              <Link href="/sign-in" className="py-1.5">
                Sign in
              </Link>
              <Link href="/sign-up" className="py-1.5">
                Sign up
              </Link>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

/** What the palette needs to know, and nothing else: it goes to the browser. */
function whoActs(actor: SiteHeaderProps["actor"]) {
  if (actor.kind === "nobody") return { kind: actor.kind };
  return { kind: actor.kind, isAdministrator: actor.isAdministrator };
}

/** A wheel held on its axle by a pin. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="text-accent">
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="12" cy="12" r="2.6" fill="currentColor" />
      <path d="M12 1.5v7" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
