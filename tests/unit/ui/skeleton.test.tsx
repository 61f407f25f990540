import { expect, test } from "vitest";
import { shapeOf } from "@/components/shell/on-its-way";

test.each([
  ["/", "list"],
  ["/inquiries/x", "chart"],
  ["/inquiries/x/evidence", "list"],
  ["/inquiries/x/evidence/E1", "text"],
  ["/inquiries/x/matrix", "table"],
  ["/sources", "list"],
  ["/sources/S1", "text"],
])("while %s is on its way there is the shape of a %s", (path, shape) => {
  expect(shapeOf(path)).toBe(shape);
});
