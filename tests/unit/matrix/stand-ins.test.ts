import { expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { standInsFor } from "@/lib/matrix/stand-ins";

it("A source stands in for an entry where that is the only hidden one that comes from it or through it", () => {
  const input: MatrixInput = {
    hypotheses: [{ id: "H1" }, { id: "H2" }],
    sources: [{ id: "S1" }, { id: "S2" }, { id: "S3" }],
    sourceLinks: [{ from: "S2", to: "S3", kind: "owns" }],
    evidence: [
      { id: "E1", citations: [{ source: "S1", via: "S2" }] },
      { id: "E2", citations: [{ source: "S3" }] },
      { id: "E3", citations: [{ source: "S1" }] },
    ],
  };
  const { sources } = analyse(input);
  const standIns = (...hidden: string[]) => [...standInsFor(input, sources, new Set(hidden))].toSorted();
  expect(standIns("E2")).toEqual(["group/S2", "source/S3"]);
  // The group of S2 and S3 has two of them.
  expect(standIns("E1", "E2")).toEqual(["group/S1", "source/S1", "source/S2", "source/S3"]);
  expect(standIns()).toEqual([]);
});
