"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export interface SubNavLink {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
}

/** A row of links, the one that leads here marked; on a phone it scrolls sideways. */
export function SubNav({ label, links }: { label: string; links: readonly SubNavLink[] }) {
  const pathname = usePathname();
  const row = useRef<HTMLElement>(null);
  const current = currentOf(pathname, links);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the link marked is another after each move
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!row.current || !here) return;
    row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [current]);

  return (
    <nav ref={row} aria-label={label} className="sub-nav relative">
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link.href === current ? "page" : undefined}
              data-label={link.label}
            >
              {link.label}
              {link.count !== undefined && (
                <span className="ms-1.5 font-normal text-ink-soft">{link.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The longest link that the path is at or under. */
export function currentOf(pathname: string, links: readonly SubNavLink[]): string | undefined {
  return links
    .map((link) => link.href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
