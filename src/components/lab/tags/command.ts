import type { TagChoice } from '../../../../labs/resolve/tag-machines.ts';

/** The command that asks pip for a file, as it is typed on that machine. */
export const commandOn = ({ machine, python, requirement }: TagChoice): string =>
  `${machine === 'windows' ? `py -${python}` : `python${python}`} -m pip install ${requirement}`;
