// `--group [PATH:]GROUP` (PEP 735): pip 26.3, req/req_dependency_group.py.

import { basename } from 'node:path';
import { groupRequirements } from '../../packaging/dependency-groups.ts';
import { parsePyproject } from '../../packaging/pyproject.ts';
import { isFileFault } from '../../packaging/toml.ts';
import type { RootLine } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { readText } from '../read-text.ts';
import { readRootLine, type LeftOut } from './root-line.ts';

/** The requirements of one group; pip does not say where they stood. */
export async function readGroup(value: string): Promise<readonly (RootLine | LeftOut)[]> {
  const colon = value.lastIndexOf(':');
  const path = colon < 0 ? 'pyproject.toml' : value.slice(0, colon);
  const name = value.slice(colon + 1);
  if (basename(path) !== 'pyproject.toml')
    throw new BadInput(`--group '${value}': expected GROUP or PATH/pyproject.toml:GROUP`);
  const project = parsePyproject(await readText(path, 'a pyproject.toml'));
  if (isFileFault(project)) {
    const line = project.line === undefined ? '' : `, line ${project.line}`;
    throw new BadInput(`${path}${line}: ${project.message}`);
  }
  const found = groupRequirements(project.groups, name);
  if ('kind' in found)
    throw new BadInput(
      `[dependency-groups] resolution failed for '${name}' from '${path}': ` +
        found.messages.map((message) => message.split('\n')[0]).join('; '),
    );
  return found.map(({ wanted, text }) =>
    readRootLine({
      text: 'kind' in wanted ? text : wanted.text,
      place: '',
      constraint: false,
      comesFrom: undefined,
    }),
  );
}
