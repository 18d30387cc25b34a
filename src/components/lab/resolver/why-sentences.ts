import type { Version } from '../../../../labs/packaging/version.ts';
import type { Conflict, Side } from '../../../../labs/resolve/explain.ts';
import type { NewerRun } from '../../../../labs/resolve/newer-runs.ts';
import { causesSentence, lineNumber, whatIsAsked, whoAsks } from '../steps.ts';
import { code, list, own, sentence, text, word, type Piece, type Words } from '../words.ts';

/** From the reader's own line down to what is asked in the end, a link a sentence. */
export function sideLinks(side: Side, words: Words): Piece[][] {
  if (side.kind === 'constraint') return [[own(side.line.text)]];
  return side.chain.map((cause): Piece[] => {
    const what = whatIsAsked(cause.requirement, words);
    const n = lineNumber(cause);
    if (cause.parent) return sentence(words, 'why.asks', { who: whoAsks(cause, words), what });
    return n === undefined ? [what] : sentence(words, 'why.line', { n: text(n), line: what });
  });
}

/** How many of the versions one side of a conflict leaves. */
export function sideLeaves(side: Side, versions: readonly Version[], words: Words): string {
  const left = counted(side.leaves);
  return word(words, left.length === 0 ? 'why.leavesNone' : 'why.leaves', {
    n: String(left.length),
    of: String(counted(versions).length),
    from: left[0]?.text ?? '',
    to: left.at(-1)?.text ?? '',
  });
}

/** That nothing is left; not said where the sides alone do not rule everything out. */
export function nothingLeft({ left, versions, project }: Conflict, words: Words): Piece[] {
  return left.length > 0 || versions.length === 0
    ? []
    : sentence(words, 'why.none', {
        n: text(String(counted(versions).length)),
        project: code(project),
      });
}

// Nobody asked for pre-releases: they are counted only where there is nothing else.
function counted(versions: readonly Version[]): readonly Version[] {
  const final = versions.filter(({ isPrerelease }) => !isPrerelease);
  return final.length > 0 ? final : versions;
}

/** Why some newer versions are not pinned: `2.0 and 2.1: ruled out, because …`. */
export function newerSentence({ versions, reason }: NewerRun, words: Words): Piece[] {
  const [newest] = versions;
  const oldest = versions.at(-1);
  const named =
    versions.length === 1
      ? [code(newest?.text ?? '')]
      : sentence(words, 'why.newerMany', {
          n: text(String(versions.length)),
          from: code(oldest?.text ?? ''),
          to: code(newest?.text ?? ''),
        });
  return sentence(words, `why.because.${reason.because}`, {
    versions: named,
    ...('causes' in reason ? { causes: causesSentence(reason.causes, words) } : {}),
    ...('lines' in reason
      ? {
          lines: list(
            words,
            reason.lines.map((line) => [own(line.text)]),
          ),
        }
      : {}),
  });
}
