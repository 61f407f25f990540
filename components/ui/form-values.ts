/** Reading and setting what stands in a form's controls, outside React: the controls are uncontrolled. */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export type TypedValues = readonly (readonly [name: string, value: string])[];

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      !["hidden", "file", "submit", "button", "reset", "image"].includes(element.type),
  );
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === "radio" || control.type === "checkbox";

/** All that a person can have typed or chosen, in order, without secrets. */
export function readTyped(form: HTMLFormElement): TypedValues {
  return controlsOf(form).flatMap((control): TypedValues => {
    if (control.type === "password") return [];
    if (isChoice(control)) return control.checked ? [[control.name, control.value]] : [];
    if (control instanceof HTMLSelectElement) {
      return [...control.selectedOptions].map((option) => [control.name, option.value] as const);
    }
    return [[control.name, control.value]];
  });
}

/** Puts values back; a name the form no longer has is passed over, a control without a value is left alone. */
export function writeTyped(form: HTMLFormElement, values: TypedValues): void {
  const byName = new Map<string, string[]>();
  for (const [name, value] of values) byName.set(name, [...(byName.get(name) ?? []), value]);
  for (const control of controlsOf(form)) {
    if (control.type === "password") continue;
    const given = byName.get(control.name);
    if (isChoice(control)) {
      if (given || control.type === "checkbox") control.checked = given?.includes(control.value) ?? false;
    } else if (given && control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = given.includes(option.value);
    } else if (given) {
      control.value = given.shift() ?? "";
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Sets one field to a value or, for a choice, to the option that bears these words. False if there is no such field. */
export function setField(form: HTMLFormElement, name: string, text: string): boolean {
  const controls = controlsOf(form).filter((control) => control.name === name);
  const [first] = controls;
  if (!first) return false;
  const wanted = text.trim().toLowerCase();
  const bears = (value: string, words: string | null | undefined) =>
    value === text || (words ?? "").trim().toLowerCase() === wanted;
  if (first instanceof HTMLSelectElement) {
    const option = [...first.options].find((one) => bears(one.value, one.text));
    if (!option) return false;
    option.selected = true;
  } else if (first.type === "radio") {
    const radio = controls.find(
      (one) => bears(one.value, one.labels?.[0]?.textContent) || bears(one.value, one.dataset.label),
    );
    if (!(radio instanceof HTMLInputElement)) return false;
    radio.checked = true;
  } else if (isChoice(first)) {
    const parts = text.split(",").map((part) => part.trim());
    for (const one of controls) if (isChoice(one)) one.checked = parts.includes(one.value);
  } else {
    first.value = text;
  }
  first.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
