// `womm grade` on exported files: sessions are replayed, and what Python is said to have done is run again.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { writeBackup } from '../labs/core/backup.ts';
import type { LabEvent } from '../labs/core/engine.ts';
import { writeSaved, type Saved } from '../labs/core/saved.ts';
import type { Entry } from '../labs/core/session.ts';
import { formatCsv } from '../labs/cli/grade/table.ts';
import doors from '../labs/scenarios/exits-0/lab.ts';
import notebook from '../labs/scenarios/hidden-state/lab.ts';
import type { AnyLab } from '../labs/scenarios/lab-data.ts';
import { folderOf, womm } from './cli-folder.ts';
import { supplyFor } from './supply.ts';

/** The session that a page would keep of these moves: with what Python said. */
async function sessionOf(lab: AnyLab, moves: readonly LabEvent[]): Promise<Entry<LabEvent>[]> {
  const supply = supplyFor(lab);
  const log: LabEvent[] = [];
  let state = lab.engine.start(lab.setup);
  const follow = async (event: LabEvent): Promise<void> => {
    log.push(event);
    state = await lab.engine.apply(state, event);
  };
  for (const move of moves) {
    await follow(move);
    for (let need = lab.engine.needs?.(state); supply && need; need = lab.engine.needs?.(state))
      await follow(await supply(need));
  }
  return log;
}

const saved = (lab: AnyLab, log: readonly Entry<LabEvent>[]): [string, string] => {
  const { id, edition } = lab;
  const session: Saved<LabEvent> = { format: 1, lab: id, edition, log, hints: ['one'] };
  return [`womm:lab:${id}`, writeSaved(session)];
};

const exported = (...sessions: readonly (readonly [string, string])[]): string =>
  writeBackup({ records: { ...Object.fromEntries(sessions), 'womm:theme': 'dark' } });

// `as`: a lab of one kind, where any is wanted.
const python = notebook as unknown as AnyLab;
const commands = doors as unknown as AnyLab;
const solution = notebook.solutions[0]?.events ?? [];
const honest = await sessionOf(python, solution);
/** The same session, and a value in it that Python never showed. */
const forged = honest.map((entry, at) => {
  if (at !== honest.length - 1) return entry;
  const text = JSON.stringify(entry).replace('55.0', '56.0');
  return JSON.parse(text) as Entry<LabEvent>;
});
const all = { 'as-saved': true, restart: true, survives: true };
const grade = async (text: string, ...words: readonly string[]) => {
  const { code, out, err } = await womm(folderOf({ 'ada.json': text }), ['grade', ...words]);
  equal(err, '');
  return { code, rows: JSON.parse(out) as unknown };
};

test('a session is replayed: tasks, prediction, hints', async () => {
  const predicted = { type: 'predicted', option: 'stops' } as const;
  const begun = await sessionOf(commands, doors.nearMisses[0]?.events ?? []);
  const file = exported(saved(python, [predicted, ...honest]), saved(commands, begun));
  deepEqual(await grade(file, '--json', 'ada.json'), {
    code: 0,
    rows: [
      {
        file: 'ada.json',
        lab: 'hidden-state',
        tasks: all,
        prediction: { option: 'stops', isRight: true },
        hints: 1,
      },
      {
        file: 'ada.json',
        lab: 'exits-0',
        tasks: { 'exit-0': false, 'see-it': false, mend: false, 'one-door': false },
        hints: 1,
      },
    ],
  });
});

test('with --rerun Python runs again: an honest session is confirmed, a forged one is not', async () => {
  const runs = honest.filter(({ type }) => type === 'supplied').length;
  deepEqual(await grade(exported(saved(python, honest)), '--rerun', '--json', 'ada.json'), {
    code: 0,
    rows: [
      {
        file: 'ada.json',
        lab: 'hidden-state',
        tasks: all,
        hints: 1,
        runs: { asked: runs, other: 0 },
      },
    ],
  });
  deepEqual(await grade(exported(saved(python, forged)), '--json', 'ada.json'), {
    code: 0,
    rows: [{ file: 'ada.json', lab: 'hidden-state', tasks: { ...all, survives: false }, hints: 1 }],
  });
  deepEqual(await grade(exported(saved(python, forged)), '--rerun', '--json', 'ada.json'), {
    code: 1,
    rows: [
      {
        file: 'ada.json',
        lab: 'hidden-state',
        tasks: all,
        hints: 1,
        runs: { asked: runs, other: 1 },
      },
    ],
  });
});

test('the table, and what cannot be read, named', async () => {
  const damaged: [string, string] = ['womm:lab:three-ways', '{'];
  const unknown: [string, string] = ['womm:lab:../cli', '{}'];
  const folder = folderOf({ 'ada.json': exported(saved(python, honest), damaged, unknown) });
  const { code, out } = await womm(folder, ['grade', 'ada.json']);
  equal(code, 1);
  equal(
    out,
    `file      lab           tasks  of  missing                          prediction  hints  runs
ada.json  hidden-state  3      3                                                1
ada.json  three-ways               damaged: not JSON
ada.json  ../cli                   no lab of this copy of the book
`,
  );
});

test('CSV: quotes where they must be, and no cell that a spreadsheet would run', () => {
  const text = formatCsv([{ file: '=cmd,"x"', lab: 'a', problem: 'unknown-lab' }]);
  equal(text.split('\r\n')[1], `"'=cmd,""x""",a,,,no lab of this copy of the book,,,`);
});

for (const [what, text, said] of [
  ['no JSON', 'hello', 'it is not JSON'],
  ['another file', '{"cells":[]}', 'it is something else'],
] as const)
  test(`${what} is bad input, in one line`, async () => {
    const { code, err } = await womm(folderOf({ x: text }), ['grade', 'x']);
    equal(code, 2);
    match(
      err,
      new RegExp(`^womm: grade: x: expected a file that the book's Export wrote \\(${said}\\)\n$`),
    );
  });
