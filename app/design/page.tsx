import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";

export const metadata = { title: "The kit" };

/** Every component of the kit in every state, in both themes beside each other. In development alone. */
export default async function DesignPage() {
  if (process.env.NODE_ENV !== "development") notFound();
  // Late, so that nothing of it is loaded where it is never shown.
  const [{ specimens }, { coloursOf }] = await Promise.all([
    import("@/components/design/specimens"),
    import("@/components/design/theme"),
  ]);
  const themes = [
    { theme: "light", colours: await coloursOf("light") },
    { theme: "dark", colours: await coloursOf("dark") },
  ];
  return (
    <>
      <PageHeader
        title="The kit"
        lead="Every component in every state. Hover and focus are the real ones: point at one, or go through them by keyboard."
      />
      {specimens.map(({ file, states }) => (
        <Section key={file} id={file} title={file}>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
            {themes.map(({ theme, colours }) => (
              <div
                key={theme}
                data-theme={theme}
                style={{ ...colours, accentColor: "var(--color-accent)" }}
                className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 bg-paper p-4 text-ink"
              >
                {Object.entries(states).map(([state, draw]) => (
                  <State key={state} name={state}>
                    {draw(`${file}-${theme}-${state.replace(/\W+/g, "-")}`)}
                  </State>
                ))}
              </div>
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}

/** Several of a kind stand in a row. */
function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <p className="text-xs text-ink-soft">{name}</p>
      <div className={Array.isArray(children) ? "flex flex-wrap gap-3 *:max-w-full" : undefined}>
        {children}
      </div>
    </div>
  );
}
