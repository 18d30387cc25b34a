import type { Files } from '../../python/run.ts';

/** What a wheel of `project` holds: its package, and the folder from which `importlib.metadata` reads the version. */
const wheel = (project: string, version: string, modules: Files): Files => {
  const folder = `wheels/${project}-${version}`;
  return {
    ...Object.fromEntries(
      Object.entries(modules).map(([name, text]) => [`${folder}/${project}/${name}`, text]),
    ),
    [`${folder}/${project}-${version}.dist-info/METADATA`]: `Metadata-Version: 2.4\nName: ${project}\nVersion: ${version}\n`,
  };
};

/** The same files where `import` finds them. */
const installed = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, body]) => [path.split('/').slice(2).join('/'), body]),
  );

const LEDGER_1 = wheel('ledger', '1.0', {
  '__init__.py': `__version__ = "1.0"


def add(amounts):
    return sum(amounts)
`,
  'report.py': `from ledger import add


def say(amounts):
    return f"{add(amounts)} in all"
`,
});

// What report takes from the package has another name now: a new report and an old package do not fit.
const LEDGER_2 = wheel('ledger', '2.0', {
  '__init__.py': `__version__ = "2.0"


def total(amounts):
    return round(sum(amounts), 2)
`,
  'report.py': `from ledger import total


def say(amounts):
    return f"{total(amounts)} in all"
`,
});

const STAMP = wheel('stamp', '1.0', {
  '__init__.py': `__version__ = "1.0"


def mark(text):
    return f"[{text}]"
`,
});

const INSTALLER = `"""Does to the disk what pip does: the files of the old version go, those of the new one come."""

import shutil
from pathlib import Path


def install(project, version):
    for old in (Path(project), *Path().glob(f"{project}-*.dist-info")):
        shutil.rmtree(old, ignore_errors=True)
    for new in Path(f"wheels/{project}-{version}").iterdir():
        shutil.copytree(new, new.name)
    print(f"Successfully installed {project}-{version}")
`;

/** The disk as the notebook finds it: ledger 1.0 is installed, the other wheels lie beside it. */
export const FILES: Files = {
  ...installed(LEDGER_1),
  'installer.py': INSTALLER,
  ...LEDGER_1,
  ...LEDGER_2,
  ...STAMP,
};

/** What the kernel has loaded and what lies on the disk, without importing either project. */
export const PROBE = `import importlib.metadata
import sys


def on_disk(project):
    try:
        return importlib.metadata.version(project)
    except importlib.metadata.PackageNotFoundError:
        return None


def in_memory(project):
    return getattr(sys.modules.get(project), "__version__", None)


{
    "memory": {name: in_memory(name) for name in ("ledger", "stamp")},
    "disk": {name: on_disk(name) for name in ("ledger", "stamp")},
    "report": "ledger.report" in sys.modules,
    "leftover": in_memory("ledger") == "2.0" and hasattr(sys.modules["ledger"], "add"),
}
`;
