import type {
  NetworkReason,
  PastedBroken,
  PastedConflict,
  PastedError,
  PastedHashes,
  PastedNetwork,
  PastedNotFound,
  PastedOther,
  PastedRequirement,
} from '../pasted/pasted.ts';
import type { PastedTold } from './pasted-told.ts';
import { own, project, say, text, tool, version, type Sentence } from './pieces.ts';

const SHOWN = 3;

function list(items: readonly Sentence[], more = 0): Sentence {
  const all = more > 0 ? [...items, say`${more} more`] : items;
  return all.flatMap((item, at) =>
    at === 0 ? item : [text(at === all.length - 1 ? ' and ' : ', '), ...item],
  );
}

function some(words: readonly string[], piece: (words: string) => Sentence): Sentence {
  return list(words.slice(0, SHOWN).map(piece), Math.max(0, words.length - SHOWN));
}

/** An error in English. */
export function pastedInEnglish(error: PastedError): PastedTold {
  switch (error.kind) {
    case 'conflict':
      return conflict(error);
    case 'not-found':
      return notFound(error);
    case 'network':
      return network(error);
    case 'wrong-python':
      return {
        what: say`${project(error.project)} asks for Python ${tool(error.specifier)}, and pip runs on Python ${version(error.python)}.`,
        check: say`${tool('python -m pip --version')} says which Python pip belongs to.`,
        next: say`Use a Python that it allows, or an older version of ${project(error.project)}.`,
      };
    case 'broken':
      return broken(error);
    case 'invalid-requirement':
      return invalid(error);
    case 'hashes':
      return hashes(error);
    default:
      return other(error);
  }
}

function conflict({ triggers, causes, projects }: PastedConflict): PastedTold {
  const [shared = ''] = projects;
  const asked = causes.filter((cause) => cause.project === shared);
  const sides = [...new Map(asked.map((cause) => [sideText(cause), cause])).values()];
  const shownSides = sides.slice(0, SHOWN).map((cause) => side(cause));
  const met = list(shownSides, Math.max(0, sides.length - SHOWN));
  return {
    what:
      sides.length > 1
        ? say`${met}: no version of ${project(shared)} meets them all.`
        : say`Nothing that pip may take meets ${met}.`,
    check: say`The paragraph “some packages in these conflicts have no matching distributions” is printed by pip 25.3 and later even where versions exist: go by the lines above it.`,
    next:
      triggers.length > 0
        ? say`Loosen or change one of ${some(triggers, (each) => [own(each)])}; nothing was installed.`
        : say`Loosen or change one of the lines that lead there; nothing was installed.`,
  };
}

const sideText = ({ parent, requirement }: PastedConflict['causes'][number]): string =>
  `${parent === undefined ? '' : `${parent.name} ${parent.version} `}${requirement}`;

function side({ parent, requirement, isConstraint }: PastedConflict['causes'][number]): Sentence {
  if (parent !== undefined)
    return say`${project(parent.name)} ${version(parent.version)} needs ${tool(requirement)}`;
  return isConstraint
    ? say`your constraint says ${own(requirement)}`
    : say`you asked for ${own(requirement)}`;
}

function notFound(error: PastedNotFound): PastedTold {
  const { requirement, project: name, from, versions, yanked, otherPython, indexes } = error;
  const asker = from === undefined ? [] : say`, which ${project(from)} needs`;
  const wanted = from === undefined ? own(requirement) : tool(requirement);
  const [lastPython] = otherPython.toReversed();
  if (versions.length > 0) {
    const oldest = versions[0] ?? '';
    const newest = versions.at(-1) ?? '';
    const left =
      otherPython.length > 0
        ? say` Versions for another Python were left out, such as ${tool(lastPython ?? '')}.`
        : yanked.length > 0
          ? say` Left out because they were taken back: ${some(yanked, (each) => [version(each)])}.`
          : [];
    return {
      what: say`There are versions of ${project(name)} for this machine, from ${version(oldest)} to ${version(newest)}, and none is ${wanted}${asker}.${left}`,
      check: say`Look for the version in pip’s list: a typing error, or one that was never made for this Python and this system.`,
      next: say`Ask for one of those in the list, or change the Python if the one you want is made for another.`,
    };
  }
  if (otherPython.length > 0)
    return {
      what: say`${project(name)} exists, but not for this Python: pip left out ${some(otherPython, (each) => [tool(each)])}.`,
      check: say`${tool('python -m pip --version')} says which Python pip belongs to.`,
      next: say`Use a Python that it allows.`,
    };
  if (yanked.length > 0)
    return {
      what: say`Every version of ${project(name)} that would do was taken back by its authors: ${some(yanked, (each) => [version(each)])}.`,
      check: say`The project’s page on the index says why.`,
      next: say`Ask for a newer version; pip takes a yanked one only for an exact ${tool('==')}.`,
    };
  const elsewhere =
    indexes.length === 0
      ? []
      : say` pip looked only in ${some(indexes, (each) => [tool(each)])}; a mirror that is renamed or incomplete ends like this too.`;
  return {
    what: say`pip found nothing at all of ${wanted}${asker}. The text does not say why: no such name, nothing for this Python or system, or an index that has it not.${elsewhere}`,
    check: say`${tool(`python -m pip index versions ${name}`)} and the project’s page on PyPI: is there such a project, and do its files fit (${tool('cp312')}, ${tool('manylinux')}, ${tool('win_amd64')})?`,
    next: say`If there is none, it has another name. If there are files, but not for your Python, use one that they name.`,
  };
}

const REASONS: Readonly<Record<NetworkReason, readonly [what: string, next: string]>> = {
  proxy: [
    'the proxy that is set did not let pip through',
    'Switch the proxy on or take the setting away; the address needs http:// in front, also for https.',
  ],
  certificate: [
    'the certificate of the server was not accepted; often a company or school that reads all traffic, or a wrong clock',
    'Give pip the certificate of your network (pip --cert FILE), or set the clock; --trusted-host only hides it.',
  ],
  tls: [
    'the secure connection broke off; often a proxy or a filter in between',
    'Try without the proxy, another network, or a mirror near you.',
  ],
  name: [
    'the name of the server could not be looked up',
    'Check the network and the address of the index.',
  ],
  timeout: [
    'the server did not answer in time',
    'Try again, with --timeout 60, or a mirror near you.',
  ],
  refused: [
    'nothing answered at that address',
    'Check the network, the proxy setting and the address of the index.',
  ],
  'no-access': [
    'the server refused access',
    'Check the address, the user name and the token of the index.',
  ],
  unknown: [
    'the connection failed',
    'Check the network, the proxy setting and the address of the index.',
  ],
};

function network({ reason, host, requirement }: PastedNetwork): PastedTold {
  const [what, next] = REASONS[reason];
  const about =
    requirement === undefined
      ? []
      : say` That is why pip found nothing of ${own(requirement)}: it never saw the list. It says nothing about your Python.`;
  return {
    what: say`pip did not reach ${host === undefined ? 'the index' : tool(host)}: ${what}.${about}`,
    check: say`${tool('python -m pip config debug')}, and ${tool('env | grep -i proxy')} (PowerShell: ${tool('Get-ChildItem env:*proxy*')}).`,
    next: say`${next}`,
  };
}

function broken({ by, broken: all }: PastedBroken): PastedTold {
  const items = all
    .slice(0, SHOWN)
    .map(({ name, version: its, requirement, have }) =>
      have === undefined
        ? say`${project(name)} ${version(its)} needs ${tool(requirement)}, which is not installed`
        : say`${project(name)} ${version(its)} needs ${tool(requirement)}, but there is ${tool(have)}`,
    );
  const what = list(items, Math.max(0, all.length - SHOWN));
  const how: Readonly<Record<PastedBroken['by'], string>> = {
    install:
      ' It was installed all the same, and pip ended with 0: a second pip install looks only at its own request.',
    legacy: ' It was installed all the same: this resolver takes the first version that it meets.',
    check: '',
  };
  return {
    what: say`What is installed does not fit together: ${what}.${how[by]}`,
    check: say`${tool('python -m pip check')} shows what is broken, and ends with 1 if something is.`,
    next: say`Ask for everything in one command or one file, so that pip chooses it together.`,
  };
}

function invalid({ requirement, looksLike, place }: PastedRequirement): PastedTold {
  const where = place === undefined ? [] : say` (${place})`;
  const next = {
    caret: say`${tool('^')} is written for npm and Poetry; for pip it is ${tool('~=')}, or ${tool('>=…,<…')}.`,
    'single-equals': say`Write ${tool('==')} with two equals signs; one is conda’s.`,
    file: say`A file of requirements comes after ${tool('-r')}: ${tool(`python -m pip install -r ${requirement}`)}.`,
    path: say`It looks like a path, and no such file is there: check the folder that you are in.`,
  };
  return {
    what: say`${own(requirement)} is no requirement that pip can read${where}.`,
    check: say`Each line is a name, then versions: ${tool('numpy>=1.26,<3')}. pip stops at the first line that it cannot read, before it looks for anything.`,
    next: looksLike === undefined ? say`Mend that line.` : next[looksLike],
  };
}

function hashes({ problem, requirements }: PastedHashes): PastedTold {
  const which =
    requirements.length === 0 ? [] : say`: ${some(requirements, (each) => [own(each)])}`;
  const what = {
    missing: say`One line has a ${tool('--hash')}, so all need one, and some have none${which}.`,
    'not-pinned': say`With hashes every line must say one version with ${tool('==')}${which}.`,
    mismatch: say`A file that was downloaded is not the one that the hash was made of${which}.`,
  };
  return {
    what: what[problem],
    check: say`Is the file of requirements complete, with everything that the projects bring? A tool that writes locks writes all of it.`,
    next:
      problem === 'mismatch'
        ? say`Do not go on: clear the cache (${tool('python -m pip cache purge')}), try once more, and find out where the file came from.`
        : say`Make the file anew with the tool that made it (${tool('pip-compile --generate-hashes')}, ${tool('uv pip compile --generate-hashes')}).`,
  };
}

function other({ kind, name }: PastedOther): PastedTold {
  switch (kind) {
    case 'unsupported-wheel':
      return {
        what: say`${tool(name ?? 'The wheel')} was built for another Python or another system.`,
        check: say`Read its name from the end: system, then ABI, then Python (${tool('cp311')} is 3.11). ${tool('python -m pip debug --verbose')} lists what fits here.`,
        next: say`Give pip the name of the project instead of a file: it chooses the right one.`,
      };
    case 'externally-managed':
      return {
        what: say`This Python belongs to the system, and the system asks that pip leave it alone.`,
        check: say`${tool('which python3')}: is it ${tool('/usr/bin/python3')}?`,
        next: say`Make an environment of your own: ${tool('python3 -m venv .venv')}, then ${tool('. .venv/bin/activate')}.`,
      };
    case 'no-record':
      return {
        what: say`pip cannot remove ${tool(name ?? 'what is installed')}: the list of its files (RECORD) is missing. Something else installed it, or it was half deleted.`,
        check: say`${tool('python -m pip show -f NAME')}: which folder, and who is the installer?`,
        next: say`Let the tool remove it that installed it (apt, conda), or begin a new environment.`,
      };
    case 'too-deep':
      return {
        what: say`pip gave up: it had tried too many combinations${name === undefined ? '' : say`, most of them of ${project(name)}`}.`,
        check: say`Lines without a lower bound make the search long.`,
        next: say`Add lower bounds to what matters, or a constraints file from an environment that works.`,
      };
    case 'still-looking':
      return {
        what: say`pip is still searching: it tries older versions${name === undefined ? '' : say` of ${project(name)}`} because the newest do not fit together. That is no error yet.`,
        check: say`Press Ctrl+C if it takes minutes.`,
        next: say`Give it narrower bounds; paste your requirements here to see what it is looking for.`,
      };
    case 'build-failed':
      return {
        what: say`There is no wheel of ${name === undefined ? 'something' : project(name)} for this Python and system, so pip tried to build it, and that failed.`,
        check: say`The project’s files on PyPI: for which Pythons are there wheels?`,
        next: say`Use the newest Python that has wheels; ${tool('--only-binary :all:')} tells at once when there are none.`,
      };
    case 'no-file':
      return {
        what: say`There is no file ${own(name ?? '')} where pip was started.`,
        check: say`${tool('pwd')} and ${tool('ls')} (PowerShell: ${tool('Get-ChildItem')}): is it here?`,
        next: say`Go to its folder, or write the path after ${tool('-r')}.`,
      };
  }
}
