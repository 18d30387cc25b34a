import { mount } from 'svelte';
import type { Language } from '../../../labs/resolve/wording/pieces.ts';
import type { Where } from '../../hosts/explain-answer.ts';
import Result from './Result.svelte';
import type { ExplainData } from './start.ts';

/** The form above the answer: what it asks, and how a fix changes it. */
export interface Form {
  readonly question: () => {
    readonly text: string;
    readonly name: string | undefined;
    readonly python: string;
    readonly platform: string;
  };
  readonly setText: (text: string) => void;
  readonly setTarget: (python: string | undefined, platform: string | undefined) => void;
  readonly focus: () => void;
}

/** What the form may ask of the tool. */
export interface Tool {
  readonly run: (where: Where) => void;
}

/** Puts the tool below the form. */
export function mountResult(
  target: HTMLElement,
  form: Form,
  language: Language,
  { words, date }: ExplainData,
): Tool {
  let run: Tool['run'] = () => undefined;
  mount(Result, {
    target,
    props: { form, language, words, date, offer: (next: Tool['run']) => (run = next) },
  });
  return { run: (where) => run(where) };
}
