import type { NewerRun } from '../newer-runs.ts';
import type { Cause } from '../types.ts';
import type { WhatIf } from '../what-if.ts';
import { own, project, say, tool, version, type Piece, type Sentence } from './pieces.ts';
import type { Phrases, Span } from './phrases.ts';
import { linesSaid, placeOfLine } from './said-lines.ts';

/** Why some versions newer than a pin are not taken. */
export function newerSentence(
  { versions, reason }: NewerRun,
  name: string,
  phrases: Phrases,
): Sentence {
  const [newest] = versions;
  const oldest = versions.at(-1);
  const span: Span = {
    project: name,
    count: versions.length,
    from: oldest?.text ?? '',
    to: newest?.text ?? '',
  };
  const grounds =
    'causes' in reason
      ? causesSentence(reason.causes, phrases)
      : 'lines' in reason
        ? phrases.list(reason.lines.map((line) => [own(line.text)]))
        : [];
  return phrases.start(phrases.newer[reason.because](span, grounds));
}

/** What pip would take if a line asked for less. */
export function whatIfSentence({ line, to, pin, moved }: WhatIf, phrases: Phrases): Sentence {
  const said = linesSaid([line], phrases)(line);
  const pinned = say`${project(pin.project)} ${version(pin.version.text)}`;
  return phrases.start(phrases.whatIf(said, to, pinned, moved.length));
}

/** `a asks for x<2 and b asks for x>=2`, each once. */
export function causesSentence(causes: readonly Cause[], phrases: Phrases): Sentence {
  const said = new Map<string, Sentence>();
  for (const cause of causes) {
    const { parent } = cause;
    const who = parent
      ? [tool(`${parent.name} ${parent.version.text}`)]
      : phrases.you(numberOf(cause));
    const sentence = phrases.askedBy(who, whatIsAsked(cause));
    said.set(sentence.map(({ text }) => text).join(''), sentence);
  }
  return phrases.list([...said.values()]);
}

function numberOf({ root, requirement }: Cause): number | undefined {
  const line = root ?? (requirement.kind === 'specifier' ? requirement.install.line : undefined);
  return line && placeOfLine(line).number;
}

function whatIsAsked({ requirement }: Cause): Piece {
  switch (requirement.kind) {
    case 'specifier':
      return requirement.install.line
        ? own(requirement.install.line.text)
        : tool(`${requirement.name}${requirement.specifier.text}`);
    case 'explicit':
      return tool(`${requirement.candidate.name} ${requirement.candidate.version.text}`);
    case 'requires-python':
      return tool(`Python ${requirement.specifier.text}`);
  }
}
