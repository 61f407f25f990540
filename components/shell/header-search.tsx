import Link from "next/link";
import type { PaletteActor } from "@/components/palette/commands";
import { PaletteButton } from "@/components/palette/palette-button";

/** The way to the search from every page: a field where there is room, else a link. */
export function HeaderSearch({ actor }: { actor: PaletteActor }) {
  return (
    <>
      <search className="hidden lg:block">
        <form action="/search" className="header-search">
          <input
            type="search"
            name="text"
            aria-label="Search everything"
            placeholder="Search everything"
            enterKeyHint="search"
            dir="auto"
            className="control"
          />
          <PaletteButton actor={actor} />
        </form>
      </search>
      <Link href="/search" className="py-1.5 lg:hidden">
        Search
      </Link>
    </>
  );
}
