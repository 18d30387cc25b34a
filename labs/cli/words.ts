import { BadInput } from './bad-input.ts';

/** Whether an option takes a value. */
export type OptionShape = 'flag' | 'value';

/** An option as it was given; `value` is empty for a flag. */
export interface GivenOption {
  readonly name: string;
  readonly value: string;
}

/** A command line taken apart: options in their order, and the other words in theirs. */
export interface Words {
  readonly options: readonly GivenOption[];
  readonly rest: readonly string[];
}

const SHORT_WITH_VALUE = /^(-[A-Za-z])(.+)$/s;

/**
 * Takes a command line apart as pip's parser does: `--name value`, `--name=value`, `-rFILE`; options
 * and words mixed; all is words after `--`. `aliases` gives the name under which an option is known.
 */
export function readWords(
  shapes: Readonly<Record<string, OptionShape>>,
  words: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): Words {
  const options: GivenOption[] = [];
  const rest: string[] = [];
  const known = (name: string): string =>
    Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  const shapeOf = (name: string): OptionShape => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) throw new BadInput(`option '${name}' is not supported`);
    return shape;
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      rest.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    const { name, value } = splitWord(word);
    const full = known(name);
    if (shapeOf(full) === 'flag') {
      if (value !== undefined) throw new BadInput(`option '${name}' takes no value`);
      options.push({ name: full, value: '' });
      continue;
    }
    const given = value ?? words[(at += 1)];
    if (given === undefined) throw new BadInput(`option '${name}' expects a value`);
    options.push({ name: full, value: given });
  }
  return { options, rest };
}

function splitWord(word: string): { readonly name: string; readonly value: string | undefined } {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    if (equals < 0) return { name: word, value: undefined };
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  }
  const short = SHORT_WITH_VALUE.exec(word);
  return short === null
    ? { name: word, value: undefined }
    : { name: short[1] ?? word, value: short[2] };
}

/** The value as one of an option's choices. */
export function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  value: string,
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new BadInput(`${option} '${value}': expected ${choices.join(' or ')}`);
}
