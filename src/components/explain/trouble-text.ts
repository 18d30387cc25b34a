import type { Trouble } from '../../hosts/explain-answer.ts';
import { word, type Words } from '../lab/words.ts';

/** Why no answer came, in the reader's language. */
export function troubleText(trouble: Trouble, words: Words): string {
  if (trouble.kind === 'stopped') return word(words, 'explain.stopped');
  if (trouble.kind !== 'index')
    return word(words, `explain.trouble.${trouble.kind}`, { message: trouble.message });
  const { problem } = trouble;
  const key = `explain.trouble.${problem.kind}`;
  if (problem.kind === 'too-much') {
    const what = word(words, `explain.what.${problem.what}`);
    return word(words, key, { what, most: String(problem.most) });
  }
  if (problem.kind === 'unreachable' && !navigator.onLine)
    return word(words, 'explain.trouble.offline');
  const values: Record<string, string> = { host: new URL(problem.url).host };
  if ('reason' in problem) values['reason'] = problem.reason;
  if ('message' in problem) values['message'] = problem.message;
  if ('status' in problem) values['status'] = String(problem.status);
  if ('filename' in problem) values['file'] = problem.filename;
  if ('seconds' in problem) values['seconds'] = String(problem.seconds ?? 60);
  return word(words, key, values);
}
