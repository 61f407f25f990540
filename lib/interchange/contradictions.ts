import { type MatrixError, pointer } from "./pointer";

type Path = readonly (string | number)[];

/**
 * What is wrong in a matrix between its parts: ids given twice or referred to and not there, a second rating or
 * judgement, a judgement that does not name every hypothesis. Reads whatever it is given, so that a fault of shape in
 * one place hides none of these in another: what is not of the shape it looks for it passes over.
 *
 * @param reserved An id that no source may bear.
 */
export function findContradictions(body: unknown, reserved: string): readonly MatrixError[] {
  const errors: MatrixError[] = [];
  const report = (path: Path, message: string) => errors.push({ path: pointer(path), message });

  const hypotheses = idsIn("hypotheses");
  const sources = idsIn("sources");
  const evidence = idsIn("evidence");
  listOf(body, "sources").forEach((source, row) => {
    if (fieldOf(source, "id") === reserved)
      report(["sources", row, "id"], `No source may be called ${reserved}.`);
  });
  listOf(body, "sourceLinks").forEach((link, row) => {
    refer(link, "from", sources, ["sourceLinks", row]);
    refer(link, "to", sources, ["sourceLinks", row]);
    differ(link, "to", "from", ["sourceLinks", row], "A link joins two different sources.");
  });
  listOf(body, "evidence").forEach((entry, row) => {
    listOf(entry, "citations").forEach((citation, place) => {
      const path = ["evidence", row, "citations", place];
      refer(citation, "source", sources, path);
      refer(citation, "via", sources, path);
      differ(citation, "via", "source", path, "What a source says itself is not via itself.");
    });
  });
  checkRatings();
  checkJudgements();
  return errors;

  function idsIn(key: string): ReadonlySet<string> {
    const ids = new Set<string>();
    listOf(body, key).forEach((item, row) => {
      const id = fieldOf(item, "id");
      if (typeof id !== "string") return;
      if (ids.has(id)) report([key, row, "id"], "This id is given twice.");
      ids.add(id);
    });
    return ids;
  }

  function refer(item: unknown, key: string, ids: ReadonlySet<string>, path: Path): void {
    const id = fieldOf(item, key);
    if (typeof id === "string" && !ids.has(id)) report([...path, key], "There is nothing of this id.");
  }

  function differ(item: unknown, key: string, other: string, path: Path, message: string): void {
    const value = fieldOf(item, key);
    if (typeof value === "string" && value === fieldOf(item, other)) report([...path, key], message);
  }

  function checkRatings(): void {
    const given = new Set<string>();
    listOf(body, "ratings").forEach((rating, row) => {
      refer(rating, "evidence", evidence, ["ratings", row]);
      refer(rating, "hypothesis", hypotheses, ["ratings", row]);
      const cell = ["evidence", "hypothesis", "analyst"].map((key) => fieldOf(rating, key));
      if (!cell.every((one) => typeof one === "string")) return;
      const key = JSON.stringify(cell);
      if (given.has(key)) report(["ratings", row], "This analyst has rated this cell already.");
      given.add(key);
    });
  }

  function checkJudgements(): void {
    const given = new Set<string>();
    listOf(body, "judgements").forEach((judgement, row) => {
      const analyst = fieldOf(judgement, "analyst");
      if (typeof analyst === "string") {
        if (given.has(analyst)) report(["judgements", row], "This analyst has given a judgement already.");
        given.add(analyst);
      }
      const probabilities = fieldOf(judgement, "probabilities");
      if (!isObject(probabilities)) return;
      const path = ["judgements", row, "probabilities"];
      for (const id of Object.keys(probabilities)) {
        if (!hypotheses.has(id)) report([...path, id], "There is nothing of this id.");
      }
      for (const id of hypotheses) {
        if (!Object.hasOwn(probabilities, id)) report([...path, id], "A judgement names every hypothesis.");
      }
      const numbers = Object.values(probabilities);
      if (numbers.length > 0 && numbers.every((number) => number === 0)) report(path, "Not all can be 0.");
    });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Own keys only: a body that says nothing of a key must not inherit something. */
function fieldOf(item: unknown, key: string): unknown {
  return isObject(item) && Object.hasOwn(item, key) ? Reflect.get(item, key) : undefined;
}

function listOf(item: unknown, key: string): readonly unknown[] {
  const list = fieldOf(item, key);
  return Array.isArray(list) ? list : [];
}
