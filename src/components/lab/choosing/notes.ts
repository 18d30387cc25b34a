import type { Choice, ChoosingState, Note } from '../../../../labs/resolve/choosing/choosing.ts';
import { asksOf } from '../../../../labs/resolve/choosing/shelf.ts';
import type { Cause } from '../../../../labs/resolve/types.ts';
import { contains } from '../../../../labs/packaging/specifier.ts';
import { parseVersion } from '../../../../labs/packaging/version.ts';
import { causesSentence, whatIsAsked } from '../steps.ts';
import { code, list, sentence, text, type Piece, type Words } from '../words.ts';

/** What the reader's last move did, in a sentence or two. */
export function noteSentence(state: ChoosingState, words: Words): Piece[] {
  const { last, setup, choices } = state;
  switch (last?.type) {
    case undefined:
      return sentence(words, 'choose.nothing', {});
    case 'chosen':
      return [
        ...chosenSentence(state, last, words),
        ...others('choose.reopened', last.reopened, words),
      ];
    case 'refused': {
      const { of, against } = last.refusal;
      const own = asksOf(setup, [last.refusal]).filter(({ parent }) => parent !== undefined);
      const rest = asksOf(setup, against);
      return sentence(words, 'choose.refused', {
        choice: choiceCode(last.refusal),
        causes: causesSentence([...about(of, own), ...about(of, rest)], words),
        project: code(of),
      });
    }
    case 'left-out': {
      const { project, version } = last.choice;
      const causes = about(project, asksOf(setup, choices)).filter(
        (cause) => !admits(cause, version),
      );
      return sentence(words, 'choose.leftOut', {
        choice: choiceCode(last.choice),
        causes: causesSentence(causes, words),
      });
    }
    case 'unread':
      return sentence(words, 'choose.unread', { choice: choiceCode(last.choice) });
    case 'took-back':
      return [
        ...sentence(words, 'choose.tookBack', { choice: choiceCode(last.choice) }),
        ...others('choose.gone', last.gone, words),
      ];
    case 'gave-up':
      return sentence(words, 'choose.gaveUp', {});
    case 'compared':
      return sentence(words, 'choose.compared', {});
  }
}

/** The project that a move was about, if it was about one. */
export function noteProject(note: Note): string | undefined {
  if (note.type === 'refused') return note.refusal.project;
  return 'choice' in note ? note.choice.project : undefined;
}

function chosenSentence(
  { setup }: ChoosingState,
  { choice }: Extract<Note, { type: 'chosen' }>,
  words: Words,
): Piece[] {
  const asks = asksOf(setup, [choice]).filter(({ parent }) => parent !== undefined);
  const each = [
    ...new Map(
      asks
        .map((cause) => whatIsAsked(cause.requirement, words))
        .map((piece) => [piece.text, piece]),
    ).values(),
  ];
  return asks.length === 0
    ? sentence(words, 'choose.chosenAlone', { choice: choiceCode(choice) })
    : sentence(words, 'choose.chosen', {
        choice: choiceCode(choice),
        what: list(
          words,
          each.map((piece) => [piece]),
        ),
      });
}

const about = (project: string, causes: readonly Cause[]): Cause[] =>
  causes.filter(({ requirement }) => requirement.project === project);

function admits({ requirement }: Cause, text: string): boolean {
  const version = parseVersion(text);
  return (
    requirement.kind !== 'specifier' ||
    (version !== undefined && contains(requirement.specifier, version))
  );
}

function others(key: string, choices: readonly Choice[], words: Words): Piece[] {
  if (choices.length === 0) return [];
  const named = list(
    words,
    choices.map((choice) => [choiceCode(choice)]),
  );
  return [text(' '), ...sentence(words, key, { choices: named })];
}

const choiceCode = ({ project, version }: Choice): Piece => code(`${project} ${version}`);
