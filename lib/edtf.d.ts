// The package ships no types; this is the part that Linchpin uses.
declare module "edtf" {
  /** Parses an EDTF text of level 2 or lower; throws where it is none. `min` and `max` are UTC milliseconds. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly min: number;
    readonly max: number;
  };
}
