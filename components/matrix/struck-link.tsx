"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { strikeParams, strikesIn } from "@/lib/what-if/strikes";

interface StruckLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  href: string;
}

/** To another view of the matrix, with what is struck in this one by then. */
export function StruckLink({ href, ...rest }: StruckLinkProps) {
  const struck = strikesIn(new URLSearchParams(useSearchParams()));
  const [path, search] = href.split("?");
  const conditions = new URLSearchParams(search);
  for (const [name, value] of strikeParams(struck)) conditions.append(name, value);
  return (
    <Link {...rest} href={conditions.size === 0 ? (path ?? "") : `${path}?${conditions}`} prefetch={false} />
  );
}
