import { parseRequirement } from '../../packaging/requirement.ts';
import type { RootLine } from '../types.ts';

const COLLECTED =
  /^[ \t]*(?:Collecting|Requirement already satisfied:|Processing) ([^\n(]{1,400}?)(?: in [^\n(]{1,400})? \(from (-r [^\n(]{1,200} \(line \d{1,6}\))\)/gm;
const MOST_LINES = 1_000;

/**
 * The user's own lines as far as pip's output names them: `Collecting numpy<2 (from -r req.txt (line 3))`.
 * The first line below which something else is collected is the last that it came to.
 */
export function collectedLines(output: string): readonly RootLine[] {
  const lines = new Map<string, RootLine>();
  for (const [, text = '', comesFrom = ''] of output.matchAll(COLLECTED)) {
    if (lines.has(comesFrom)) continue;
    const requirement = parseRequirement(text);
    if (!('project' in requirement) || requirement.url !== undefined) continue;
    lines.set(comesFrom, { text, requirement, constraint: false, comesFrom });
    if (lines.size >= MOST_LINES) break;
  }
  return [...lines.values()];
}
