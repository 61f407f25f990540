import { at } from "./columns";

/**
 * Makes records of figures by id, in the order of the ids. Keys are the records' own, so that an id such as `__proto__`
 * is one like any other.
 */
export function recorder(ids: readonly string[]): (figures: Float64Array) => Record<string, number> {
  const blank = Object.fromEntries(ids.map((id) => [id, 0]));
  return (figures) => {
    // A copy has the keys already, which makes it many times cheaper than a record made key by key.
    const record = { ...blank };
    ids.forEach((id, row) => {
      record[id] = at(figures, row);
    });
    return record;
  };
}
