import { CheckField } from "@/components/ui/check-field";
import { Section } from "@/components/ui/section";

interface AnalystChoicesProps {
  analysts: readonly string[];
  names: ReadonlyMap<string, string>;
  struck: readonly string[];
}

/** Everybody who has rated or graded something that counts here, each with a box to strike it. */
export function AnalystChoices({ analysts, names, struck }: AnalystChoicesProps) {
  if (analysts.length === 0) return null;
  return (
    <Section
      title="Strike analysts"
      id="analysts"
      lead="Everything is reckoned as if they had never rated an entry or graded a source."
    >
      <ul className="divide-y divide-rule">
        {analysts.map((id) => (
          <li key={id} className="py-2">
            <CheckField
              name="analyst"
              value={id}
              defaultChecked={struck.includes(id)}
              label={
                <>
                  <span className="sr-only">Strike the ratings of </span>
                  <bdi>{names.get(id)}</bdi>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
