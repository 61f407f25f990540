import { consistencyTone } from "@/components/scale/options";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";

interface CodeButtonsProps {
  label: string;
  /** Of the first button, for those who are led there. */
  id?: string;
  value: Consistency | null;
  /** Null takes the rating back. */
  onPick: (code: Consistency | null) => void;
}

/** The codes as buttons a thumb can hit; the one that is given is pressed, and pressing it again takes it back. */
export function CodeButtons({ label, id, value, onPick }: CodeButtonsProps) {
  return (
    <fieldset className="code-buttons">
      <legend className="sr-only">{label}</legend>
      {CONSISTENCY.map(({ code, label: name, help }, place) => (
        <button
          key={code}
          id={place === 0 ? id : undefined}
          type="button"
          title={`${name}. ${help}`}
          aria-label={`${code} ${name}`}
          aria-pressed={value === code}
          data-tone={consistencyTone(code)}
          onClick={() => onPick(value === code ? null : code)}
        >
          {code}
        </button>
      ))}
    </fieldset>
  );
}
