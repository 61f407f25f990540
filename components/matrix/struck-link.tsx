"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

interface StruckLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  href: string;
}

/** To another view of the matrix, with what is struck in this one by then. */
export function StruckLink({ href, ...rest }: StruckLinkProps) {
  const struck = useSearchParams().getAll("entry");
  const [path, search] = href.split("?");
  const conditions = new URLSearchParams(search);
  for (const id of struck) conditions.append("entry", id);
  return (
    <Link {...rest} href={conditions.size === 0 ? (path ?? "") : `${path}?${conditions}`} prefetch={false} />
  );
}
