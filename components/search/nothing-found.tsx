import { Empty } from "@/components/ui/empty";

/** What a search is good for, where it has nothing to show yet or has found nothing. */
export function NothingFound({ text, isBeyond }: { text: string; isBeyond: boolean }) {
  if (isBeyond) return <Empty title="This page is empty" />;
  if (text === "") {
    return (
      <Empty title="Look through everything you may see">
        <p>
          Inquiries, hypotheses, entries with what they quote, claims and sources. Give some words, or a
          number such as E14, H2, C3 or S1. Case and accents do not matter, and a word in the middle of
          another is found too: “etat” finds “L’État”.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing here has all of these words">
      <p>
        Try fewer words, or only the beginning of one. What stands in inquiries that you do not see is not
        looked through, nor are the reasons of ratings.
      </p>
    </Empty>
  );
}
