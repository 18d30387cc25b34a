import { answer } from '../asking.ts';
import { resolvePip } from '../pip.ts';
import { drain } from '../run.ts';
import type { Request } from '../types.ts';
import { fixturePages, fixtureRequest, type UniverseFixture } from '../universe.fixture.ts';
import { explainFailure, type ExplainOptions } from './explain-failure.ts';
import type { Explanation, Meeting, Side } from './explanation.ts';

/** What is explained of the lines of a file that cannot be installed from a small index. */
export function explainFixture(
  universe: UniverseFixture,
  lines: readonly string[],
  changes: Partial<Request> = {},
  options: ExplainOptions = {},
): Explanation {
  const pages = fixturePages(universe);
  const pageOf = (project: string) => pages.get(project);
  const request = numbered(fixtureRequest(lines, changes));
  const { outcome } = drain(resolvePip(request), pageOf);
  if (outcome.ok) throw new Error(`solvable: ${lines.join(', ')}`);
  return answer(explainFailure(outcome, request, options), pageOf);
}

/** The lines as those of a requirements file, and of a constraints file. */
export function numbered(request: Request): Request {
  const asked = request.lines.filter(({ constraint }) => !constraint);
  const bounds = request.lines.filter(({ constraint }) => constraint);
  const lines = request.lines.map((line) => ({
    ...line,
    comesFrom: line.constraint
      ? `-c constraints.txt (line ${bounds.indexOf(line) + 1})`
      : `-r requirements.txt (line ${asked.indexOf(line) + 1})`,
  }));
  return { ...request, lines };
}

/** A meeting as texts: `numpy of 1.0 2.0`, then a line a side. */
export function meetingTexts({ project, versions, sides }: Meeting): readonly string[] {
  const of = versions.map(({ text }) => text).join(' ');
  return [`${project} of ${of}`, ...sides.flatMap((side) => sideTexts(side))];
}

function sideTexts(side: Side): readonly string[] {
  const leaves = `| ${side.leaves.map(({ text }) => text).join(' ')}`;
  const inner = (meeting: Meeting) => meetingTexts(meeting).map((text) => `  ${text}`);
  switch (side.kind) {
    case 'ruled-out': {
      const versions = side.versions.map(({ text }) => text).join(' ');
      const asks = side.asks.map(({ text }) => text).join(' or ');
      return [`out: ${versions} → ${asks} ${leaves}`, ...inner(side.meeting)];
    }
    case 'tried':
      return [`tried: ${side.version.text} ${leaves}`, ...inner(side.meeting)];
    default: {
      const head =
        side.kind === 'assumed' ? `${side.project} ${side.version.text}` : side.line.text;
      const links = side.links.map(({ project, versions, asks }) => {
        const who = `${project} ${versions.map(({ text }) => text).join(' ')}`;
        return ` → ${who} → ${asks.map(({ text }) => text).join(' or ')}`;
      });
      const besides = side.links.flatMap((link) => link.besides.flatMap(sideTexts));
      return [
        `${side.kind}: ${head}${links.join('')} ${leaves}`,
        ...besides.map((text) => `  ${text}`),
      ];
    }
  }
}
