import type { PastedCause, PastedError } from '../../resolve/pasted/pasted.ts';
import { readPasted } from '../../resolve/pasted/read-pasted.ts';
import { rootLinesOf } from '../../resolve/pasted/root-lines.ts';
import { tellPasted } from '../../resolve/wording/pasted-wording.ts';
import { plain, plainText } from '../../resolve/wording/pieces.ts';
import { BadInput } from '../bad-input.ts';
import type { ReportedFix } from '../solve/fixes.ts';
import type { Terminal } from '../terminal.ts';
import { explainLines } from './explain-lines.ts';
import type { GivenText } from './given.ts';
import type { ExplainOptions } from './options.ts';
import type { Answer, PlacedCause } from './told.ts';

const FIRST_ERROR = /^.{0,40}?(?=(?:ERROR|error): )/m;

/** What pip printed: told from its text, and solved again where it names what was asked. */
export async function explainOutput(
  { file, text }: GivenText,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<Answer> {
  const [error] = readPasted(text).errors;
  if (error === undefined)
    throw new BadInput(`${file}: no error of pip is recognised in it: expected what pip printed`);
  const again = error.kind === 'conflict' ? await solveAgain(error, options, terminal) : undefined;
  const { what, check, next } = tellPasted(error, options.language);
  const [, , offered = []] = again?.paragraphs ?? [];
  return {
    told: {
      ok: false,
      causes: error.kind === 'conflict' ? error.causes.map((cause) => place(cause, file)) : [],
      message: messageIn(text),
      fixes: again?.fixes ?? [],
      sentence: {
        en: plainText(tellPasted(error, 'en').what),
        'zh-cn': plainText(tellPasted(error, 'zh-cn').what),
      },
    },
    paragraphs: [[plain(what)], [plain(check)], [plain(next)], offered],
  };
}

/** The fixes, if what pip names as asked cannot be solved here either. */
async function solveAgain(
  error: Extract<PastedError, { kind: 'conflict' }>,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<(Pick<Answer, 'paragraphs'> & { fixes: readonly ReportedFix[] }) | undefined> {
  const lines = rootLinesOf(error);
  if (lines === undefined) return undefined;
  const { settings } = options;
  try {
    const { told, paragraphs, outside } = await explainLines(
      { lines, settings },
      options,
      terminal,
    );
    return told.ok || outside.length > 0 ? undefined : { paragraphs, fixes: told.fixes };
  } catch (problem) {
    // The text alone says what went wrong, whether or not an index can be asked.
    if (problem instanceof BadInput) return undefined;
    throw problem;
  }
}

function place({ parent, requirement, line }: PastedCause, file: string): PlacedCause {
  return { requirement, parent: parent ?? null, file, line: line ?? null };
}

/** pip's own words from its first error on. */
function messageIn(text: string): string {
  const at = FIRST_ERROR.exec(text);
  return at === null ? '' : text.slice(at.index + at[0].length).trimEnd();
}
