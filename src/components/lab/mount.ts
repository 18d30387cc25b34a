import { mount } from 'svelte';
import { loadLab } from '../../hosts/labs.ts';
import { LabSession, type View } from '../../hosts/lab-session.ts';
import { loadBench } from './benches.ts';
import LabFrame from './LabFrame.svelte';
import type { Words } from './words.ts';

/** What the build knows of a lab's page: the words on buttons and the lab's sentences as HTML by id. */
export interface LabData {
  readonly words: Words;
  readonly html: Readonly<Record<string, string>>;
}

/** Brings a lab to life in the place of its still picture, with the prediction that was made on it. */
export async function mountLab(
  id: string,
  target: HTMLElement,
  { words, html }: LabData,
  predicted: () => string | undefined,
): Promise<void> {
  const lab = await loadLab(id);
  const { Bench, ...means } = await loadBench(lab.engine.kind);
  let take: (view: View<unknown>) => void = () => undefined;
  const session = await LabSession.open(lab, (view) => take(view), means);
  const option = predicted();
  if (option !== undefined && !lab.prediction?.isRevealed(session.view().state))
    await session.append({ type: 'predicted', option });
  const hadFocus = target.contains(document.activeElement);
  target.replaceChildren();
  mount(LabFrame, {
    target,
    props: { session, first: session.view(), Bench, words, html, watch: (next) => (take = next) },
  });
  if (hadFocus) target.querySelector<HTMLElement>('input:checked, textarea')?.focus();
}
