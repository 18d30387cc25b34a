import type { Requirement } from '../../labs/packaging/requirement.ts';
import type { Version } from '../../labs/packaging/version.ts';
import type { Explanation, Meeting, Side } from '../../labs/resolve/explain/explanation.ts';
import { lineNumberOf } from '../../labs/resolve/fixes/apply-change.ts';
import type { RootLine } from '../../labs/resolve/types.ts';
import type { Language } from '../../labs/resolve/wording/pieces.ts';
import type { Drawing, DrawingRow } from './explain-answer.ts';

/** The number lines of an argument: the project where the chains meet, then what rules versions out. */
export function drawingsOf(explanation: Explanation, language: Language): readonly Drawing[] {
  if (explanation.kind === 'conflict') return meetingDrawings(explanation, language).slice(0, MOST);
  if (!('versions' in explanation) || explanation.versions.length === 0) return [];
  const { project, versions, side, asked } = explanation;
  const row = { asker: askerOf(side, language), label: asked.text, yours: side.kind === 'line' };
  return [drawing(project, versions, [{ ...row, leaves: side.leaves }])];
}

const MOST = 3;

interface Ask extends Omit<DrawingRow, 'keeps'> {
  readonly leaves: readonly Version[];
}

function meetingDrawings(meeting: Meeting, language: Language): Drawing[] {
  const asks = meeting.sides.map((side): Ask => ({
    asker: askerOf(side, language),
    label: labelOf(side),
    yours: side.kind === 'line',
    leaves: side.leaves,
  }));
  const inner = meeting.sides.flatMap((side) =>
    side.kind === 'ruled-out' || side.kind === 'tried'
      ? meetingDrawings(side.meeting, language)
      : [],
  );
  return [drawing(meeting.project, meeting.versions, asks), ...inner];
}

function drawing(project: string, versions: readonly Version[], asks: readonly Ask[]): Drawing {
  const kept = asks.map(({ leaves }) => new Set(leaves.map(({ key }) => key)));
  // Nobody asked for pre-releases: they are drawn only where a demand leaves one.
  const shown = versions.filter(
    ({ isPrerelease, key }) => !isPrerelease || kept.every((each) => each.has(key)),
  );
  return {
    project,
    versions: shown.map(({ text }) => text),
    rows: asks.map(({ asker, label, yours }, i) => ({
      asker,
      label,
      yours,
      keeps: shown.map(({ key }) => kept[i]?.has(key) === true),
    })),
  };
}

function askerOf(side: Side, language: Language): string {
  if (side.kind === 'ruled-out') return span(side.versions);
  if (side.kind === 'tried') return side.version.text;
  const link = side.links.at(-1);
  if (link !== undefined) return `${link.project} ${span(link.versions)}`;
  return side.kind === 'assumed'
    ? `${side.project} ${side.version.text}`
    : lineName(side.line, language);
}

function labelOf(side: Side): string {
  if (side.kind === 'ruled-out') return joined(side.asks);
  if (side.kind === 'tried') return `≠ ${side.version.text}`;
  const link = side.links.at(-1);
  if (link !== undefined) return joined(link.asks);
  return side.kind === 'assumed' ? `== ${side.version.text}` : side.line.text;
}

/** The longest wording that the line has room for; the sentences have them all. */
const MOST_ASKS = 2;

function joined(asks: readonly Requirement[]): string {
  const texts = asks.slice(0, MOST_ASKS).map(({ text }) => text);
  return asks.length > MOST_ASKS ? `${texts.join(' | ')} …` : texts.join(' | ');
}

function lineName(line: RootLine, language: Language): string {
  const number = lineNumberOf(line);
  if (number === undefined) return '';
  return language === 'zh-cn' ? `第 ${number} 行` : `line ${number}`;
}

function span(versions: readonly Version[]): string {
  const first = versions[0]?.text ?? '';
  const last = versions.at(-1)?.text ?? '';
  return first === last ? first : `${first} … ${last}`;
}
