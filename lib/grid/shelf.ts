import { CONSISTENCY } from "@/lib/analysis/scales";
import { type KeptRating, keyOf, type Shelf } from "./outbox";

/**
 * A shelf in a browser's storage. Each cell has a name of its own, so that no tab writes over what another put there.
 *
 * @param storage Throws where a browser keeps nothing: it then still sends.
 * @param name What all of its names begin with.
 */
export function shelfIn(storage: () => Storage, name: string): Shelf {
  const placeOf = (rating: KeptRating) => `${name}/${keyOf(rating)}`;
  return {
    read: () => {
      try {
        const place = storage();
        const names = Array.from({ length: place.length }, (_, at) => place.key(at) ?? "");
        const kept = names
          .filter((each) => each.startsWith(`${name}/`))
          .flatMap((each) => parse(place.getItem(each)) ?? []);
        return new Map(kept.map((rating) => [keyOf(rating), rating]));
      } catch {
        return null;
      }
    },
    put: (rating) => {
      try {
        storage().setItem(placeOf(rating), JSON.stringify(rating));
        return true;
      } catch {
        return false;
      }
    },
    take: (rating) => {
      try {
        const lies = parse(storage().getItem(placeOf(rating)));
        if (!lies || lies.at <= rating.at) storage().removeItem(placeOf(rating));
      } catch {
        // Then nothing was kept either.
      }
    },
  };
}

/** Null for whatever else lies there. By hand: the library that checks elsewhere would be half of the matrix's script. */
function parse(text: string | null): KeptRating | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    return null;
  }
  return isRating(value) ? value : null;
}

function isRating(value: unknown): value is KeptRating {
  if (typeof value !== "object" || value === null) return false;
  const given: { readonly [Name in keyof KeptRating]?: unknown } = value;
  return (
    typeof given.evidence === "string" &&
    typeof given.hypothesis === "string" &&
    (given.consistency === null || CONSISTENCY.some(({ code }) => code === given.consistency)) &&
    (given.reason === undefined || typeof given.reason === "string") &&
    typeof given.at === "number"
  );
}
