"use client";

import { type MouseEvent, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { settingLabels, type Trial, writeTrial } from "@/lib/what-if/scenario";
import type { WhatIfNames } from "@/lib/what-if/view";
import { answerId } from "./answer-id";

interface Step {
  readonly key: string;
  readonly what: string;
  /** In somebody's own words and script, or a number. */
  readonly detail: string;
  readonly without: Trial;
  readonly undo: string;
}

interface TriedListProps {
  trial: Trial;
  names: WhatIfNames;
  path: string;
  onPutBack: (without: Trial) => void;
}

/** What is struck and set otherwise, each put back by one press; by its address where there is no script. */
export function TriedList({ trial, names, path, onPutBack }: TriedListProps) {
  const list = useRef<HTMLUListElement>(null);
  const steps = stepsOf(trial, names);
  if (steps.length === 0) return null;

  function putBack(event: MouseEvent<HTMLAnchorElement>, place: number, without: Trial) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onPutBack(without);
    // The link is gone: the next one takes the focus, or the answer.
    requestAnimationFrame(() => {
      const links = list.current?.querySelectorAll<HTMLElement>("a") ?? [];
      const next = links[Math.min(place, links.length - 1)];
      (next ?? document.getElementById(answerId))?.focus();
    });
  }

  return (
    <ul ref={list} aria-label="Struck or set otherwise" className="divide-y divide-rule border-y border-rule">
      {steps.map(({ key, what, detail, without, undo }, place) => {
        const search = writeTrial(without);
        return (
          <li key={key} className="flex items-center justify-between gap-3 py-1 text-xs">
            <span className="min-w-0 truncate">
              {what} <bdi className="text-ink-soft">{detail}</bdi>
            </span>
            <LinkButton
              href={search === "" ? path : `${path}?${search}`}
              prefetch={false}
              scroll={false}
              variant="quiet"
              size="small"
              aria-label={undo}
              className="shrink-0"
              onClick={(event) => putBack(event, place, without)}
            >
              put back
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}

function stepsOf(trial: Trial, names: WhatIfNames): Step[] {
  const but = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);
  return [
    ...trial.entries.map((id) => ({
      key: `entry ${id}`,
      what: id,
      detail: names.statements.get(id) ?? "",
      without: { ...trial, entries: but(trial.entries, id) },
      undo: `Put ${id} back`,
    })),
    ...trial.sources.map((id) => ({
      key: `source ${id}`,
      what: id,
      detail: names.sources.get(id) ?? "",
      without: { ...trial, sources: but(trial.sources, id) },
      undo: `Put ${id} back`,
    })),
    ...trial.groups.map((id) => ({
      key: `group ${id}`,
      what: `The group of ${id}`,
      detail: names.sources.get(id) ?? "",
      without: { ...trial, groups: but(trial.groups, id) },
      undo: `Put the group of ${id} back`,
    })),
    ...trial.analysts.map((id) => ({
      key: `analyst ${id}`,
      what: "The ratings of",
      detail: names.analysts.get(id) ?? "",
      without: { ...trial, analysts: but(trial.analysts, id) },
      undo: `Put the ratings of ${names.analysts.get(id) ?? "this analyst"} back`,
    })),
    ...[...trial.priors].map(([id, weight]) => ({
      key: `prior ${id}`,
      what: `The prior of ${id}`,
      detail: String(weight),
      without: { ...trial, priors: new Map([...trial.priors].filter(([other]) => other !== id)) },
      undo: `Put the prior of ${id} back`,
    })),
    ...(["step", "doubt", "unrated"] as const).flatMap((name) => {
      const { [name]: value, ...settings } = trial.settings;
      if (value === undefined) return [];
      return {
        key: name,
        what: settingLabels[name],
        detail: String(value),
        without: { ...trial, settings },
        undo: `Put ${settingLabels[name].toLowerCase()} back`,
      };
    }),
  ];
}
