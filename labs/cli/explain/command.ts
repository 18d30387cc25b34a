import type { Terminal } from '../terminal.ts';
import { explainLines } from './explain-lines.ts';
import { explainOutput } from './explain-output.ts';
import { readGivenFile, readGivenText } from './given.ts';
import { readExplainOptions, type ExplainOptions } from './options.ts';
import { otherPythonAnswer } from './other-python.ts';
import type { Answer } from './told.ts';
import type { GivenText } from './given.ts';

/** `womm explain`: why a file cannot be installed and what helps; 0 it can, 1 it cannot. */
export async function runExplain(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readExplainOptions(words);
  const given = await readGivenText(options);
  const { told, paragraphs } =
    given.kind === 'output'
      ? await explainOutput(given, options, terminal)
      : await explainFile(given, options, terminal);
  if (options.json) terminal.print(`${JSON.stringify(told)}\n`);
  else
    for (const [at, lines] of paragraphs.filter(({ length }) => length > 0).entries())
      terminal.print(`${at === 0 ? '' : '\n'}${lines.join('\n')}\n`);
  return told.ok ? 0 : 1;
}

async function explainFile(
  given: GivenText,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<Answer> {
  const note = (line: string): void => terminal.complain(`womm: ${line}\n`);
  const file = await readGivenFile(given, options);
  file.notes.forEach(note);
  if (file.otherPython !== undefined) return otherPythonAnswer(given, file.otherPython, options);
  const answer = await explainLines(file, options, terminal);
  for (const project of answer.outside)
    note(
      `'${project}' is not in the snapshot, and taken as missing: --index https://pypi.org/simple asks the real index`,
    );
  return answer;
}
