import { requestOf, type BenchSetup, type Run } from '../../../../labs/resolve/bench.ts';
import { commandOf, exitCodeOf, printedAfter } from '../../../../labs/resolve/bench-command.ts';
import { explainFailure } from '../../../../labs/resolve/explain.ts';
import { plain, word, type Words } from '../words.ts';
import { nothingLeft, sideLeaves, sideLinks } from './why-sentences.ts';

/** A whole run as text to paste somewhere: the machine, the file, what pip prints, and why. */
export function runToText(run: Run, setup: BenchSetup, words: Words): string {
  const { target, tool, text } = run;
  return [
    `# ${word(words, `lab.tool.${tool}`)}, CPython ${target.python}, ${target.platform}`,
    '',
    '# requirements.txt',
    text.trimEnd(),
    '',
    `$ ${commandOf(tool)}`,
    ...printedAfter(run, run.steps.length),
    word(words, 'lab.exit', { code: String(exitCodeOf(run)) }),
    ...explanation(run, setup, words),
    '',
  ].join('\n');
}

function explanation(run: Run, setup: BenchSetup, words: Words): string[] {
  const { outcome } = run;
  if (outcome.ok) return [];
  const title = ['', word(words, 'lab.why')];
  if (outcome.stopped) return [...title, word(words, 'lab.stopped')];
  const pages = (project: string) => setup.pages?.get(project);
  const { conflicts } = explainFailure(outcome, requestOf(run), pages);
  return conflicts.flatMap((conflict) => [
    ...title,
    ...conflict.sides.map((side) => {
      const links = sideLinks(side, words).map(plain).join(' → ');
      return `- ${links} → ${sideLeaves(side, conflict.versions, words)}`;
    }),
    plain(nothingLeft(conflict, words)),
  ]);
}
