"use client";

import { usePathname, useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import { signOutAction } from "@/lib/account/actions";
import { addressWith } from "@/lib/search-params";
import { listCommands, matchCommands, type PaletteActor } from "./commands";
import { HitLine } from "./hit-line";
import type { Command } from "./offers";
import { PaletteStatus } from "./palette-status";
import { useHits } from "./use-hits";

/** How many hits are shown before "all of them" is the shorter way. */
const mostHits = 10;

/**
 * Finds anything by what one remembers of it, and goes there. Loaded when it is first opened, because reading pages
 * are to stay small.
 */
export function Palette({ actor, close }: { actor: PaletteActor; close: () => void }) {
  const router = useRouter();
  const within = /^\/inquiries\/([^/]+)/.exec(usePathname())?.[1];
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const hits = useHits(text, within === "new" ? undefined : within);
  const found = hits.state === "found" ? hits.hits.slice(0, mostHits) : [];
  const commands = matchCommands(listCommands(actor), text);

  const goTo = (href: string) => {
    close();
    router.push(href);
  };
  const run = ({ href, does }: Command) => {
    if (href) return goTo(href);
    close();
    if (does === "sign-out") startTransition(() => signOutAction());
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      className="palette-veil"
    >
      <Modal className="palette">
        <Dialog aria-label="Find and go" className="palette-dialog">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <form
              action="/search"
              onSubmit={(event) => {
                event.preventDefault();
                if (text !== "") goTo(addressWith("/search", { text }));
              }}
            >
              <TextField aria-label="Words, a number or a command" autoFocus>
                <Input
                  role="combobox"
                  aria-expanded="true"
                  aria-haspopup="listbox"
                  name="text"
                  dir="auto"
                  maxLength={200}
                  placeholder="Words, a number or a command"
                  enterKeyHint="go"
                  className="palette-input"
                />
              </TextField>
            </form>
            <ListBox aria-label="What fits" className="palette-list">
              {commands.length > 0 && (
                <ListBoxSection id="commands" className="palette-section">
                  <Header className="palette-heading">Go to</Header>
                  {commands.map((command) => (
                    <ListBoxItem
                      key={command.href ?? command.label}
                      id={command.href ?? command.label}
                      textValue={command.label}
                      className="palette-item"
                      onAction={() => run(command)}
                    >
                      {command.label}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {found.length > 0 && (
                <ListBoxSection id="hits" className="palette-section">
                  <Header className="palette-heading">Found</Header>
                  {found.map((hit) => (
                    <ListBoxItem
                      key={`${hit.kind} ${hit.href}`}
                      id={`${hit.kind} ${hit.href}`}
                      textValue={`${hit.id} ${hit.title.map((part) => part.text).join("")}`}
                      className="palette-item"
                      onAction={() => goTo(hit.href)}
                    >
                      <HitLine hit={hit} within={within} />
                    </ListBoxItem>
                  ))}
                  <ListBoxItem
                    id="all"
                    textValue="All hits on a page"
                    className="palette-item"
                    onAction={() => goTo(addressWith("/search", { text }))}
                  >
                    All hits on a page
                  </ListBoxItem>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <PaletteStatus hits={hits} shown={found.length} commands={commands.length} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
