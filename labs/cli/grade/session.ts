import { readSaved, type Unreadable } from '../../core/saved.ts';
import { live, predicted, states } from '../../core/session.ts';
import { readyLab, type ReadyLab } from './lab.ts';
import { followAgain, type Ask } from './rerun.ts';

/** What one stored session is worth: it was replayed, and its tasks were checked at every state. */
export type Graded =
  | { readonly lab: string; readonly problem: Unreadable | 'unknown-lab' }
  | {
      readonly lab: string;
      readonly tasks: Readonly<Record<string, boolean>>;
      /** What the learner predicted, and whether she was right; null where it never came out. */
      readonly prediction?: { readonly option: string; readonly isRight: boolean | null };
      readonly hints: number;
      /** With `--rerun`: how many recorded runs were asked for again, and how many came out otherwise. */
      readonly runs?: { readonly asked: number; readonly other: number };
    };

/** Replays the stored session of a lab. With `ask`, real Python runs again, and only what it says counts. */
export async function gradeSession(id: string, text: string, ask?: Ask): Promise<Graded> {
  const ready = await readyLab(id);
  if (!ready) return { lab: id, problem: 'unknown-lab' };
  const { lab, setup } = ready;
  const read = readSaved(text, lab);
  if (!read.ok) return { lab: id, problem: read.why };
  const events = live(read.saved.log);
  const again = ask && lab.engine.needs ? await followAgain(ready, events, ask) : undefined;
  const passed = again?.states ?? (await states(lab.engine, setup, events));
  const met = lab.tasks.map(({ id, check }) => [id, passed.some((at) => check(at).ok)] as const);
  const option = predicted(read.saved.log);
  return {
    lab: id,
    tasks: Object.fromEntries(met),
    ...(option === undefined
      ? {}
      : { prediction: { option, isRight: await isRight(ready, passed, option) } }),
    hints: read.saved.hints.length,
    ...(again ? { runs: { asked: again.asked, other: again.other } } : {}),
  };
}

async function isRight(
  { lab: { prediction }, setup }: ReadyLab,
  passed: readonly unknown[],
  option: string,
): Promise<boolean | null> {
  const revealed = passed.find((state) => prediction?.isRevealed(state));
  if (!prediction || revealed === undefined) return null;
  return (await prediction.answer(setup, revealed)) === option;
}
