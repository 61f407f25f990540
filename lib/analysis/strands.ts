import { groupBy } from "./group-by";
import { mean } from "./numbers";
import { LEAST_DOUBT, type Provenance } from "./origins";

/**
 * What is believed or doubted as one: the entries that lean on one origin, each with the share of it that hangs
 * there. The share that other origins vouch for is in a second strand, of the same origin and those corroborators.
 */
export type Strand = {
  /** Name of the origin leaned on. */
  readonly origin: number;
  /** Names of the origins that vouch for it; none where it rests on its origin alone. */
  readonly corroborators: readonly number[];
  /** The chance that all of it is false together, over 0 to 1. */
  readonly doubt: number;
  readonly members: readonly Member[];
};

type Member = { readonly entry: number; readonly share: number };
type Traced = Provenance & { readonly entry: number };

/**
 * Takes the entries together by what they lean on: in the order of the origins, the
 * strand that rests on an origin alone before those that others vouch for.
 *
 * @param doubt The setting: how likely an origin of no reliability is to be false as a whole, 0 to 1.
 * @param speaks Whether an entry says something of some hypothesis. The silent ones count only where all are.
 */
export function braid(
  provenance: readonly Provenance[],
  doubt: number,
  speaks: (entry: number) => boolean,
): readonly Strand[] {
  const traced = provenance.map((trace, entry) => ({ ...trace, entry }));
  const byOrigin = [...groupBy(traced, ({ leansOn }) => leansOn.name)].sort(([one], [other]) => one - other);

  return byOrigin.flatMap(([origin, leaning]) => {
    const onOrigin = Math.max(
      LEAST_DOUBT,
      doubt * (1 - meanOfSpeaking(leaning, ({ leansOn }) => leansOn.reliability)),
    );
    const alone: Strand = {
      origin,
      corroborators: [],
      doubt: onOrigin,
      members: leaning.map(({ entry, corroboration }) => ({ entry, share: corroboration })),
    };
    const vouchedFor = leaning.filter(({ corroborators }) => corroborators.length > 0);
    const byCorroborators = groupBy(vouchedFor, (trace) => namesOf(trace).join());
    return [alone, ...[...byCorroborators.values()].map((sharing) => vouched(origin, onOrigin, sharing))];
  });

  function vouched(origin: number, onOrigin: number, sharing: readonly Traced[]): Strand {
    return {
      origin,
      corroborators: sharing[0] ? namesOf(sharing[0]) : [],
      doubt: onOrigin * meanOfSpeaking(sharing, chanceThatAllCorroboratorsAreFalse),
      members: sharing.map(({ entry, corroboration }) => ({ entry, share: 1 - corroboration })),
    };
  }

  function chanceThatAllCorroboratorsAreFalse({ corroborators }: Traced): number {
    return corroborators.reduce(
      (chance, { reliability }) => chance * Math.max(LEAST_DOUBT, doubt * (1 - reliability)),
      1,
    );
  }

  function meanOfSpeaking(entries: readonly Traced[], figure: (trace: Traced) => number): number {
    const speaking = entries.filter(({ entry }) => speaks(entry));
    return mean((speaking.length > 0 ? speaking : entries).map(figure)) ?? 0;
  }
}

function namesOf({ corroborators }: Provenance): readonly number[] {
  return corroborators.map(({ name }) => name);
}
