import type { Step } from '../../../labs/resolve/step.ts';
import type { AnyCandidate, Cause, ResolverRequirement } from '../../../labs/resolve/types.ts';
import { code, list, own, sentence, text, word, type Piece, type Words } from './words.ts';

/** One step of a resolver, said in a sentence. */
export function stepSentence(step: Step, words: Words): Piece[] {
  switch (step.type) {
    case 'starting':
      return sentence(words, 'step.starting', {});
    case 'starting-round':
      return sentence(words, 'step.startingRound', { round: text(String(step.index + 1)) });
    case 'ending-round':
      return sentence(words, 'step.endingRound', {
        round: text(String(step.index + 1)),
        count: text(String(pinnedProjects(step.state.pins.values()))),
      });
    case 'adding-requirement':
      return sentence(words, 'step.adding', {
        who: whoAsks(step, words),
        what: whatIsAsked(step.requirement, words),
      });
    case 'rejecting-candidate':
      return sentence(words, 'step.rejecting', {
        candidate: code(candidateName(step.candidate)),
        causes: causesSentence(step.causes, words),
      });
    case 'resolving-conflicts':
      return sentence(words, 'step.conflict', {
        project: code(step.causes[0]?.requirement.project ?? ''),
        causes: causesSentence(step.causes, words),
      });
    case 'backtracking':
      return sentence(words, 'step.backtracking', {
        candidate: code(candidateName(step.candidate)),
      });
    case 'ignoring-requirement':
      return sentence(words, 'step.ignoring', {
        who: whoAsks(step, words),
        what: whatIsAsked(step.requirement, words),
      });
    case 'pinning':
      return sentence(words, 'step.pinning', { candidate: code(candidateName(step.candidate)) });
    case 'ending':
      return sentence(words, 'step.ending', {
        count: text(String(pinnedProjects(step.pins.values()))),
      });
  }
}

const pinnedProjects = (pins: Iterable<AnyCandidate>): number =>
  new Set([...pins].filter(({ kind }) => kind === 'distribution').map(({ project }) => project))
    .size;

/** `tensorflow 2.13.0`, as pip writes a candidate in its messages. */
export const candidateName = (candidate: AnyCandidate): string =>
  candidate.kind === 'python'
    ? `Python ${candidate.version.text}`
    : `${candidate.name} ${candidate.version.text}`;

/** `typing-extensions<4.6.0,>=3.6.6`: what one cause asks for. */
export function whatIsAsked(requirement: ResolverRequirement, words: Words): Piece {
  switch (requirement.kind) {
    case 'specifier':
      return requirement.install.line
        ? own(requirement.install.line.text)
        : code(requirementText(requirement));
    case 'explicit':
      return code(candidateName(requirement.candidate));
    case 'requires-python':
      return code(`Python ${requirement.specifier.text || word(words, 'any')}`);
  }
}

const requirementText = (
  requirement: Extract<ResolverRequirement, { kind: 'specifier' }>,
): string => `${requirement.name}${requirement.specifier.text}`;

/** Who asks: the reader (and which of her lines), or a candidate. */
export function whoAsks(cause: Cause, words: Words): Piece[] {
  if (cause.parent) return [code(candidateName(cause.parent))];
  const line = lineNumber(cause);
  return [text(line === undefined ? word(words, 'who.you') : word(words, 'who.line', { line }))];
}

const LINE_NUMBER = /\(line (\d+)\)/;

/** The number of the reader's line behind a root cause: pip says `-r requirements.txt (line 2)`. */
export function lineNumber({ requirement, root }: Cause): string | undefined {
  const line = root ?? (requirement.kind === 'specifier' ? requirement.install.line : undefined);
  return LINE_NUMBER.exec(line?.comesFrom ?? '')?.[1];
}

/** `a asks for x<2 and b asks for x>=2`, each requirement once. */
export function causesSentence(causes: readonly Cause[], words: Words): Piece[] {
  const said = new Map<string, Piece[]>();
  for (const cause of causes) {
    const pieces = sentence(words, 'cause', {
      who: whoAsks(cause, words),
      what: whatIsAsked(cause.requirement, words),
    });
    said.set(pieces.map((piece) => piece.text).join(''), pieces);
  }
  return list(words, [...said.values()]);
}
