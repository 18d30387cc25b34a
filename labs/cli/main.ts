import { BadInput } from './bad-input.ts';
import { HELP } from './help.ts';
import { standardTerminal, type Terminal } from './terminal.ts';

/** One subcommand: what stands after its name, and the exit code. */
type Command = (words: readonly string[], terminal: Terminal) => Promise<number>;

/** Each is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  explain: async () => (await import('./explain/command.ts')).runExplain,
  grade: async () => (await import('./grade/command.ts')).runGrade,
  snapshot: async () => (await import('./snapshot/command.ts')).runSnapshot,
  solve: async () => (await import('./solve/command.ts')).runSolve,
};

/** Runs `womm` with the words after its name and returns the exit code: 0 done, 1 the tool's own failure, 2 bad input. */
export async function main(
  words: readonly string[],
  terminal = standardTerminal(),
): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(HELP);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const known = Object.keys(COMMANDS).sort().join(' or ');
    terminal.complain(`womm: unknown command '${name}': expected ${known}\n`);
    return 2;
  }
  try {
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.print(HELP);
      return 0;
    }
    const command = await load();
    return await command(rest, terminal);
  } catch (problem) {
    if (!(problem instanceof BadInput)) throw problem;
    terminal.complain(`womm: ${name}: ${problem.message}\n`);
    return 2;
  }
}
