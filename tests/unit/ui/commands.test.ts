import { expect, it } from "vitest";
import { listCommands, matchCommands } from "@/components/palette/commands";
import { offerCommands } from "@/components/palette/offers";

const labels = (actor: Parameters<typeof listCommands>[0]) => listCommands(actor).map(({ label }) => label);

it("offers signing in to nobody, signing out to a person, and the administration to administrators alone", () => {
  expect(labels({ kind: "nobody" })).toContain("Sign in");
  expect(labels({ kind: "nobody" })).not.toContain("Sign out");
  const person = labels({ kind: "person", isAdministrator: false });
  expect(person).toContain("Sign out");
  expect(person).not.toContain("Administration");
  expect(labels({ kind: "person", isAdministrator: true })).toContain("Administration");
});

it("offers what the page does first, until the page is gone; the next page's stays when the last one goes late", () => {
  const takeBack = offerCommands([{ label: "Matrix", href: "/inquiries/a/matrix" }]);
  expect(labels({ kind: "nobody" })[0]).toBe("Matrix");
  const takeBackNext = offerCommands([{ label: "Evidence", href: "/inquiries/b/evidence" }]);
  takeBack();
  expect(labels({ kind: "nobody" })[0]).toBe("Evidence");
  takeBackNext();
  expect(labels({ kind: "nobody" })[0]).toBe("All inquiries");
});

it("keeps the commands that have all the words, whatever their case; all of them while nothing is typed", () => {
  const commands = listCommands({ kind: "nobody" });
  expect(matchCommands(commands, " ")).toBe(commands);
  expect(matchCommands(commands, "NEW inq").map(({ label }) => label)).toEqual(["New inquiry"]);
  expect(matchCommands(commands, "new matrix")).toEqual([]);
  expect(matchCommands(commands, "…")).toEqual([]);
});
