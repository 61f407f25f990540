"use client";

import Link from "next/link";
import { useContext } from "react";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";

/** Which entries say nearly the same as the one in the form, and the button that saves it all the same. */
export function NearWarning() {
  const form = useContext(FormContext);
  const preview = form?.preview;
  const foreseen = preview?.foreseen;
  return (
    <div className="grid basis-full grid-cols-[minmax(0,1fr)] gap-4">
      {/* Always there, so that what comes to stand in it is announced. */}
      <div role="status">
        {foreseen && (
          <Notice tone="warning" title={preview.message}>
            <ul className="grid gap-2">
              {foreseen.lines.map(({ at, verdict, text, link }) => (
                <li key={at}>
                  {verdict} <q dir="auto">{text}</q> {link && <Link href={link.href}>{link.label}</Link>}
                </li>
              ))}
            </ul>
            {preview.details?.map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
          </Notice>
        )}
      </div>
      {foreseen && (
        <>
          <input type="hidden" name="seen" value={foreseen.stamp} />
          <div>
            <Button
              type="submit"
              name="intent"
              value={form?.values?.intent === "another" ? "another" : "save"}
            >
              {foreseen.saveLabel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
