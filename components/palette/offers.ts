/** Somewhere to go, or something to do that needs no page. */
export interface Command {
  readonly label: string;
  readonly href?: string;
  readonly does?: "sign-out";
}

let offered: readonly Command[] = [];

/** Offers beside what every page does what the page that is shown does; taken back by what is returned. */
export function offerCommands(commands: readonly Command[]): () => void {
  offered = commands;
  return () => {
    if (offered === commands) offered = [];
  };
}

/** What the page that is shown offers. */
export const offeredCommands = (): readonly Command[] => offered;
