import type { ReactNode } from "react";
import { Term } from "@/components/ui/term";
import { meaningOf, toldAt, type Word as WordName } from "@/lib/glossary";

/** A word of the product that explains itself, and leads to where it is told at length. */
export function Word({
  of,
  children = of,
  tabIndex,
}: {
  of: WordName;
  children?: ReactNode;
  tabIndex?: number;
}) {
  return (
    <Term help={meaningOf(of)} more={toldAt(of)} tabIndex={tabIndex}>
      {children}
    </Term>
  );
}
