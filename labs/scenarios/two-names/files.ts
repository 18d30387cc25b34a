import type { Files } from '../../python/run.ts';

export const REPORT = 'report.py';
export const REQUIREMENTS = 'requirements.txt';
export const ASK = 'ask.py';
export const LIN = 'lin.py';

/** What the report prints where all of it is there. */
export const PRINTED = 'due on the 3rd, at 17:00';

/** A second computer, in one process: what RECORD lists is copied, as pip does when it unpacks a wheel. */
const SECOND_COMPUTER = `"""Lin's computer: it has what requirements.txt names, and what that requires, and nothing else.

Its pip knows the projects that this page has as wheels. It reads lines NAME and NAME==VERSION.
"""

import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

SITE = Path("/tmp/lin/site-packages")


def refuse(line, versions):
    print(
        f"ERROR: Could not find a version that satisfies the requirement {line} (from versions: {versions})\\n"
        f"ERROR: No matching distribution found for {line}",
        file=sys.stderr,
    )
    sys.exit(1)


def install(line):
    project, _, version = line.partition("==")
    try:
        wheel = distribution(project)
    except PackageNotFoundError:
        refuse(line, "none")
    if version not in ("", wheel.version):
        refuse(line, wheel.version)
    for file in wheel.files:
        target = SITE / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.locate(), target)
    names = {f"{wheel.name}-{wheel.version}"}
    for requirement in wheel.requires or ():
        if "extra ==" not in requirement:
            names |= install(re.match(r"[\\w.-]+", requirement)[0])
    return names


print("$ pip install -r requirements.txt")
lines = [line.partition("#")[0].strip() for line in open("requirements.txt")]
installed = set().union(*(install(line) for line in lines if line))
print("Successfully installed", *sorted(installed))

sys.path = [place for place in sys.path if not place.endswith("site-packages")] + [str(SITE)]
print("$ python report.py")
import report
`;

/** The disk as the learner finds it. */
export const FILES = {
  [REPORT]: `import dateutil.parser
import humanize

due = dateutil.parser.parse("3 December 2026, 5 pm")
print(f"due on the {humanize.ordinal(due.day)}, at {due:%H:%M}")
`,
  [REQUIREMENTS]: 'humanize\n',
  [ASK]: 'from importlib.metadata import distribution, packages_distributions\n\n',
  [LIN]: SECOND_COMPUTER,
} satisfies Files;
