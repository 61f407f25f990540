"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Fault } from "@/components/shell/fault";
import { databaseAwayDigest } from "@/lib/db/faults";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <Fault digest={error.digest} isDatabaseAway={error.digest === databaseAwayDigest} retry={retry} />;
}
