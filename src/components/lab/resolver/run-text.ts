import type { BenchSetup, Run } from '../../../../labs/resolve/bench.ts';
import { commandOf, exitCodeOf, printedAfter } from '../../../../labs/resolve/bench-command.ts';
import { plain } from '../../../../labs/resolve/wording/pieces.ts';
import { word, type Words } from '../words.ts';

/** A whole run as text to paste somewhere: the machine, the file, what pip prints, and why. */
export async function runToText(run: Run, setup: BenchSetup, words: Words): Promise<string> {
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
    ...(await explanation(run, setup, words)),
    '',
  ].join('\n');
}

async function explanation(run: Run, setup: BenchSetup, words: Words): Promise<readonly string[]> {
  const { explainRun, pageWording } = await import('./explain-run.ts');
  const explained = explainRun(run, setup);
  if (explained === undefined) return [];
  const wording = pageWording();
  const argument = wording.argument(explained).map((pieces) => `- ${plain(pieces)}`);
  return ['', word(words, 'lab.why'), plain(wording.sentence(explained)), ...argument];
}
