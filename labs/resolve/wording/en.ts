import type { Platform } from '../../packaging/target.ts';
import { pythonVersion } from '../../packaging/target.ts';
import type { NothingFits, UnfitReason } from '../explain/explanation.ts';
import { own, plainText, project, say, text, tool, version, type Sentence } from './pieces.ts';
import type { Asked, Demand, Ended, Phrases, Span } from './phrases.ts';
import type { Range } from './ranges.ts';

const PLATFORMS: Readonly<Record<Platform, string>> = {
  'linux-64': 'Linux',
  'linux-aarch64': 'Linux on ARM',
  'linux-armv7l': 'Linux on 32-bit ARM',
  'musl-64': 'Alpine Linux',
  'musl-aarch64': 'Alpine Linux on ARM',
  'win-64': 'Windows',
  'osx-64': 'macOS on Intel',
  'osx-arm64': 'macOS on Apple silicon',
};

function list(items: readonly Sentence[], last = ' and ', between = ', '): Sentence {
  return items.flatMap((item, i) =>
    i === 0 ? item : [text(i === items.length - 1 ? last : between), ...item],
  );
}

const either = (words: readonly string[]): string =>
  plainText(
    list(
      words.map((each) => [text(each)]),
      ' or ',
    ),
  );

function range(name: string, asked: Range): Sentence {
  switch (asked.kind) {
    case 'any':
      return say`${project(name)}`;
    case 'exactly':
      return say`${project(name)} ${version(asked.version)} exactly`;
    case 'below':
      return say`${project(name)} below ${version(asked.version)}`;
    case 'up-to':
      return say`${project(name)} ${version(asked.version)} at most`;
    case 'from':
      return say`${project(name)} ${version(asked.version)} or newer`;
    case 'above':
      return say`${project(name)} above ${version(asked.version)}`;
    case 'between':
      return say`${project(name)} from ${version(asked.from)} to below ${version(asked.to)}`;
    case 'series':
      return say`a ${version(asked.version)} release of ${project(name)}`;
    case 'written':
      return say`${tool(name + asked.text)}`;
  }
}

const through = (names: readonly string[]): Sentence =>
  names.length === 0 ? [] : say`, through ${list(names.map((name) => [project(name)]))},`;

const needs = ({ line, through: names, project: name, range: asked }: Demand): Sentence =>
  say`${line}${through(names)} needs ${range(name, asked)}`;

/** `numpy 2.0`, or `numpy 1.22 to 1.26 (5 versions)`. */
const span = ({ project: name, count, from, to }: Span): Sentence =>
  count <= 1
    ? say`${project(name)} ${version(from)}`
    : say`${project(name)} ${version(from)} to ${version(to)} (${count} versions)`;

const asked = ({ texts, more }: Asked): Sentence =>
  say`${list(
    texts.map((each) => [tool(each)]),
    more > 0 ? ', ' : ' or ',
  )}${more > 0 ? `, or ${more === 1 ? 'another wording' : `${more} other wordings`} of it` : ''}`;

const python = (full: string): string => `Python ${pythonVersion(full)?.join('.') ?? full}`;

/** What a demand that nothing meets is for: the line's own project, or one that it brings. */
const wanting = (demand: Demand | undefined, line: Sentence): Sentence =>
  demand === undefined ? say`${line} asks for it` : needs(demand);

function unfit(reason: UnfitReason): Sentence {
  switch (reason.kind) {
    case 'python':
      return say`asks for Python ${tool(reason.requiresPython)}`;
    case 'python-tags':
      return say`is built for Python ${either(reason.pythons.toReversed())} only`;
    case 'platform':
      return say`is built for ${either(reason.platforms.map((each) => PLATFORMS[each]))} only`;
    case 'yanked':
      return reason.reason === ''
        ? say`was yanked by its authors`
        : say`was yanked by its authors (“${reason.reason.slice(0, 200)}”)`;
    case 'too-new':
      return say`came only on ${reason.uploaded}`;
    case 'pre-release':
      return say`is not a final release`;
    case 'source-only':
      return say`comes as source only, which would have to be built first`;
  }
}

/** The newest version that would have served, and what stands against it. */
function newestUnfit({ unfit: all, project: name }: NothingFits): Sentence {
  const newest = all.at(-1);
  if (newest === undefined) return [];
  return say`: ${project(name)} ${version(newest.version.text)} ${unfit(newest.because)}`;
}

/** What there is instead of a version that is not there. */
function existing({ versions, project: name }: NothingFits): Sentence {
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined)
    return say`: this index has nothing of ${project(name)} for this machine`;
  const upTo = first === last ? [] : say` to ${version(last.text)}`;
  return say`: for this machine there is ${project(name)} ${version(first.text)}${upTo}`;
}

function ended({ stopped, rounds, busiest, lines }: Ended): Sentence {
  const named = lines.length === 0 ? [] : say`${list(lines)}: `;
  const busy =
    busiest.length === 0
      ? []
      : say`; most of what it refused were versions of ${list(busiest.map((name) => [project(name)]))}`;
  switch (stopped.kind) {
    case 'out-of-steps':
      return say`${named}pip had found no answer after ${rounds} rounds, and the search was ended here; pip itself would go on${busy}`;
    case 'too-deep':
      return say`${named}pip gives up after ${rounds} rounds without an answer${busy}`;
    case 'unknown-metadata':
      if (stopped.file.kind === 'wheel')
        return say`the metadata of ${tool(stopped.candidate)} could not be had, and without it nobody knows what it needs`;
      return say`${tool(stopped.candidate)} comes as source only: what it needs is known after building it, and this simulator does not build`;
    case 'url-requirement':
      return say`${tool(stopped.requirement.text)} is a file at an address of its own, which no index describes`;
    case 'unreadable-metadata':
      return say`the metadata of ${tool(stopped.candidate)} cannot be read`;
    case 'pip-recursion-error':
      return say`pip itself ends in a RecursionError here, a mistake of its own`;
    default:
      return say`this simulator does not go further here`;
  }
}

/** English. */
export const EN: Phrases = {
  line: ({ text: written, constraint }, number, file) =>
    number === undefined
      ? constraint
        ? say`the constraint ${own(written)}`
        : say`${own(written)}`
      : say`${constraint ? 'constraint ' : ''}line ${number}${file === undefined ? '' : ` of ${file}`} ${own(written)}`,
  list: (items) => list(items),
  start: (sentence) => {
    const [first, ...rest] = sentence;
    if (first?.kind !== 'text') return [...sentence, text('.')];
    const opening = first.text.charAt(0).toUpperCase() + first.text.slice(1);
    return [text(opening), ...rest, text('.')];
  },

  asksItself: ({ line, project: name, range: wanted }) =>
    say`${line} itself asks for ${range(name, wanted)}`,
  differ: (lines, name) =>
    say`${list(lines)} ask for different versions of ${project(name)}: no version is ${lines.length === 2 ? 'both' : 'all of these'}`,
  bounds: (line, name) => say`${line} bounds ${project(name)}`,
  needs,
  alsoNeeds: ({ through: names, project: name, range: wanted }) =>
    say`the same line${through(names)} needs ${range(name, wanted)}`,
  noneIsAll: (clauses) =>
    say`${list(clauses, '; ', '; ')}: no version is ${clauses.length === 2 ? 'both' : 'all of these'}`,
  cannotBeMet: (lines, name, over) => {
    const together = lines.length === 1 ? '' : ' together';
    const why =
      over.length === 0
        ? 'whatever is chosen,'
        : say`what ${lines.length === 1 ? 'it brings' : 'they bring'} does not agree on ${list(over.map((each) => [project(each)]))}, and`;
    return say`${list(lines)} cannot be met${together}: ${why} no version of ${project(name)} is left`;
  },
  nothing: {
    'no-project': ({ project: name }, demand, line) =>
      demand === undefined
        ? say`${line} names a project that this index does not have`
        : say`${needs(demand)}, and this index has no project ${project(name)}`,
    'outside-snapshot': ({ project: name }, demand, line) =>
      demand === undefined
        ? say`${line} names a project that is not in the snapshot of this book; the real PyPI may have it`
        : say`${needs(demand)}, and ${project(name)} is not in the snapshot of this book; the real PyPI may have it`,
    'no-version': (nothing, demand, line) =>
      demand === undefined
        ? say`${line} ${nothing.versions.length === 0 ? 'finds nothing' : 'asks for a version that is not there'}${existing(nothing)}`
        : say`${needs(demand)}, which is not there${existing(nothing)}`,
    'wrong-python': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? ' does' : ', which does'} not go with ${python(nothing.target.python)}${newestUnfit(nothing)}`,
    'wrong-platform': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? '' : ', which'} has no wheel for ${PLATFORMS[nothing.target.platform]}${newestUnfit(nothing)}`,
    'pre-release-only': (nothing, demand, line) =>
      say`${wanting(demand, line)}, and only pre-releases would do, which pip was told to leave out${newestUnfit(nothing)}`,
    'yanked-only': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? '' : ', which'} is met only by versions that were taken back${newestUnfit(nothing)}`,
    'source-only': (nothing, demand, line) =>
      say`${demand === undefined ? line : needs(demand)}${demand === undefined ? '' : ', which'} has no wheel at all${newestUnfit(nothing)}`,
  },
  unknown: (lines) =>
    say`${list(lines)} cannot be installed together; pip’s own words say all that is known`,
  ended,
  breaks: (pin, requirement, have) =>
    have === undefined
      ? say`${pin} is installed and needs ${tool(requirement)}, which is not`
      : say`${pin} is installed and needs ${tool(requirement)}, but then has ${have}; pip mentions it and still ends with 0`,

  lineStands: (line) => say`${line}`,
  asks: (versions, what) =>
    versions.count <= 1
      ? say`${span(versions)} asks for ${asked(what)}`
      : say`every version of ${project(versions.project)} that is left, ${version(versions.from)} to ${version(versions.to)}, asks for ${asked(what)}`,
  leaves: (left, name, of) =>
    left === undefined
      ? say`that leaves none of the ${of} versions of ${project(name)}`
      : left.count === 1
        ? say`that leaves ${project(name)} ${version(left.from)} alone, 1 of ${of} versions`
        : say`that leaves ${project(name)} ${version(left.from)} to ${version(left.to)}, ${left.count} of ${of} versions`,
  besides: (name) => say`other versions of ${project(name)} are out, because of this`,
  ruledOut: (versions, what) =>
    say`${versions.count <= 1 ? say`${span(versions)} asks` : say`${versions.count} versions of ${project(versions.project)} (${version(versions.from)} to ${version(versions.to)}) ask`} for ${asked(what)}, which cannot be had here`,
  tried: (pin) => say`with ${pin} it ends like this`,
  nothingLeft: (name, of) =>
    say`of the ${of} versions of ${project(name)} for this machine none is left`,
  onlyLast: () =>
    say`there were other ways, and pip tried them all; these were the last demands that met`,
  unfit: (name, { version: which, because }) =>
    say`${project(name)} ${version(which.text)} would do, but it ${unfit(because)}`,
  trap: ({ trap: { name, kind, instead } }) => {
    const write = instead === undefined ? [] : say`; write ${project(instead)}`;
    switch (kind) {
      case 'import-name':
        return say`${tool(name)} is what stands behind “import”, and the project has another name${write}`;
      case 'placeholder':
        return say`${project(name)} on PyPI is an empty stand-in${write}`;
      case 'left-behind':
        return say`${project(name)} is no longer kept up by its authors${write}`;
      case 'other-thing':
        return say`${project(name)} on PyPI is something else than its name promises${write}`;
      case 'standard-library':
        return say`${tool(name)} comes with Python itself; leave the line out`;
    }
  },
  localLabel: () =>
    say`PyPI takes no versions with a label behind a plus, such as ${tool('+cu128')}; they come from an index of their own`,
  nearest: (names) =>
    say`perhaps you meant ${list(
      names.map((name) => [name]),
      ' or ',
    )}`,

  andAlso: (one, other) => say`${one}; ${other}`,
  fix: {
    relax: ({ change }, lines) =>
      say`in ${list(lines)}, ask for ${list(change.map(({ to }) => [own(to ?? '')]))} instead`,
    move: ({ change }, lines) =>
      say`in ${list(lines)}, take ${list(change.map(({ to }) => [own(to ?? '')]))} instead`,
    drop: (_fix, lines) => say`leave out ${list(lines)}`,
    split: (_fix, lines) => say`give ${list(lines)} an environment of its own`,
    python: ({ target }) => say`use ${python(target?.python ?? '')}`,
    platform: ({ target }) => say`install on ${target ? PLATFORMS[target.platform] : ''}`,
    rename: ({ change }, lines) =>
      say`instead of ${list(lines)}, write ${list(change.map(({ to }) => [own(to ?? '')]))}`,
  },
  effect: ({ pins, more }) =>
    pins.length === 0
      ? say`pip then takes ${more} ${more === 1 ? 'project' : 'projects'}`
      : say`pip then takes ${list(pins, more > 0 ? ', ' : ' and ')}${more > 0 ? ` and ${more} more` : ''}`,

  newer: {
    required: (versions, causes) => say`${span(versions)}: ruled out, because ${causes}`,
    constrained: (versions, lines) => say`${span(versions)}: ruled out by the constraint ${lines}`,
    rejected: (versions, causes) => say`${span(versions)}: tried and refused, because ${causes}`,
    backtracked: (versions) =>
      say`${span(versions)}: pinned for a while, then taken back, because something else found no version beside it`,
    yanked: (versions) =>
      say`${span(versions)}: yanked by its authors; pip takes such a version only where it is asked for exactly`,
    'pre-release': (versions) =>
      say`${span(versions)}: not a final release; pip takes one only when it is asked for`,
    'not-tried': (versions) =>
      say`${span(versions)}: not tried; everyone who asks now would be content, but pip does not go back for something newer`,
  },
  whatIf: (line, to, pin, moved) =>
    say`if ${line} asked only for ${own(to)}, pip would take ${pin}${moved === 0 ? '' : ` and change ${moved} ${moved === 1 ? 'other project' : 'other projects'}`}`,
  you: (number) => (number === undefined ? say`your command` : say`your line ${number}`),
  askedBy: (who, what) => say`${who} asks for ${what}`,
};
