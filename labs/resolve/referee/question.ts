// What the real pip is asked, and what it answers, in the shape of the recorded universes.

import { targetEnvironment } from '../../packaging/target-environment.ts';
import type { Platform, SystemVersion, Target } from '../../packaging/target.ts';
import type { Documents } from './documents.ts';

/** What decides one `pip install`, apart from where it looks. */
export interface Command {
  /** After `pip install`. */
  readonly words: readonly string[];
  /** The files that they name, in the working directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly target: Target;
}

/** One step as the recorded universes write it: `["pin", "alpha==1.2"]`. */
export type RecordedEvent = readonly [kind: string, ...rest: readonly unknown[]];

/** What pip did. */
export interface Answer {
  /**
   * `too-long`: it took more steps than were waited for; `lacking`: it asked for a document that was
   * not at hand.
   */
  readonly rc: number | 'too-long' | 'lacking';
  /** Project to version, or null when nothing was chosen. */
  readonly pins: Readonly<Record<string, string>> | null;
  readonly events: readonly RecordedEvent[];
  /** Everything pip printed, on both streams. */
  readonly output: string;
  readonly milliseconds: number;
  /** The addresses of what it lacked. */
  readonly lacks?: readonly string[] | undefined;
}

interface Machine {
  readonly system: 'glibc' | 'musl' | 'macos' | 'windows';
  readonly systemVersion: SystemVersion;
  readonly arch: string;
}

const MACHINES: Readonly<Record<Platform, Machine>> = {
  'linux-64': { system: 'glibc', systemVersion: [2, 36], arch: 'x86_64' },
  'linux-aarch64': { system: 'glibc', systemVersion: [2, 36], arch: 'aarch64' },
  'linux-armv7l': { system: 'glibc', systemVersion: [2, 36], arch: 'armv7l' },
  'musl-64': { system: 'musl', systemVersion: [1, 2], arch: 'x86_64' },
  'musl-aarch64': { system: 'musl', systemVersion: [1, 2], arch: 'aarch64' },
  'osx-64': { system: 'macos', systemVersion: [14, 0], arch: 'x86_64' },
  'osx-arm64': { system: 'macos', systemVersion: [14, 0], arch: 'arm64' },
  'win-64': { system: 'windows', systemVersion: [10, 0], arch: 'win_amd64' },
};

/** What real_pip.py reads of every question: the command, for its machine, as far as it is followed. */
export function commandForPip({ words, files, target }: Command, mostEvents: number) {
  const { system, ...machine } = MACHINES[target.platform];
  const systemVersion = target.system ?? machine.systemVersion;
  return {
    ...{ words, files, mostEvents, environment: targetEnvironment(target) },
    target: { python: target.python, ...machine, system, systemVersion },
  };
}

/** A question about an index of documents, as `ask` of real_pip.py takes it. */
export const questionForPip = (
  command: Command,
  documents: Documents,
  mostEvents: number,
): string => JSON.stringify({ ...commandForPip(command, mostEvents), documents });

/** The answer of real_pip.py, which writes this shape; of anything else, an error. */
export function readAnswer(text: string): Answer {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('rc' in read) || !('events' in read))
    throw new Error('not an answer of real_pip.py');
  // `as`: to_json of real_pip.py made it, and only it.
  return read as Answer;
}
