/** What `womm --help` prints. */
export const HELP = `womm: the engines of "Works on My Machine" at a prompt

  womm solve [options] REQUIREMENT...     what pip would install, or why it cannot
  womm explain [options] FILE             why a file cannot be installed, and what helps
  womm grade [options] FILE...            which tasks the sessions of an exported file have met
  womm snapshot --at DAY PROJECT...       record what PyPI says of some projects, for the book (needs the network)
  womm --help

womm solve, as pip spells it

  REQUIREMENT              a name with versions and extras, name @ URL, a wheel's path or URL
  -r FILE                  a requirements file, or a pylock.toml; files inside it and its options count
  -c FILE                  constraints
  -e PATH                  is said, and the rest resolved without it: womm builds nothing
  --group [PATH:]GROUP     a dependency group of pyproject.toml
  -i, --index-url WHERE    a folder, a URL or snapshot (default: snapshot, PyPI as this book recorded it).
                           A folder holds simple/<name>/index.json (PEP 691) and <file>.metadata beside each file
  --extra-index-url WHERE  looked at as well
  -f, --find-links DIR     a folder of wheels; with --no-index that alone
  --pre, --all-releases NAMES, --only-final NAMES
  --only-binary NAMES, --no-binary NAMES, --prefer-binary
  --uploaded-prior-to WHEN a day, an instant (UTC if it names no zone) or P7D for seven days ago
  --no-deps, --only-deps, --ignore-requires-python, --require-hashes
  -U, --upgrade-strategy only-if-needed|eager, -I, --force-reinstall
  --python-version V, --implementation I, --abi A, --platform P, -t DIR
                           files for elsewhere; markers stay those of --python
  --use-deprecated legacy-resolver, --dry-run

womm solve, besides

  --tool pip|pip-legacy    pip's resolver, or the one before 20.3 (default: pip)
  --pip 26.3|23.2          whose behaviour and words (default: 26.3)
  --python VERSION         the Python that runs pip (default: 3.12.1)
  --platform MACHINE       linux-64, linux-aarch64, linux-armv7l, musl-64, musl-aarch64, win-64, osx-64 or osx-arm64
                           (default: linux-64); any other value is pip's own --platform
  --index WHERE            = --index-url
  --at WHEN                = --uploaded-prior-to
  --installed FILE|DIR     what is installed: lines of pip freeze, or a site-packages folder
  --install                print what a real install prints: what it replaces, and what it leaves broken
  --pylock                 print the pylock.toml that pip lock would write (of an index that gives hashes)
  --json                   one object: {"ok":true,"pins":[{"name","version","extras"?}],"rounds":n} or
                           {"ok":false,"causes":[{"requirement","parent":{"name","version"}|null}],"message":"...",
                           "fixes":[{"change":[{"from","to"}],"pins":[{"name","version"}]}]}; "to" is null where a
                           line is left out; a fix may name "python", "platform" or the lines to keep "apart"
  --trace                  every step of the resolver: "events" in the object, or a line each

  Without --json it prints what pip install --dry-run prints, without its download lines.

womm explain

  FILE                     requirements.txt, pyproject.toml, pylock.toml, pip freeze, what pip printed, or - (standard input)
  --extra NAME, --group NAME
                           of a pyproject.toml, besides its dependencies
  --python, --platform, --index, --at
                           as above
  --lang en|zh-cn          the language of the text (default: en)
  --json                   the object of solve, with "sentence":{"en","zh-cn"}, and "file" and "line" for each cause

womm grade

  FILE                     what "Export" on a lab's page writes: each session in it is replayed, each task checked
  --rerun                  believe no record of what Python did: run it again, and count only what comes of that
  --json, --csv            instead of the table

womm snapshot

  --at DAY                 nothing uploaded on DAY (UTC) or later exists
  --out DIR                default: public/snapshot
  --limit N                at most N projects, the nearest first (default: 110)
  --index-url URL          default: https://pypi.org/simple
  --source NAME            whose data it is, in words (default: PyPI, or the URL)
  --cache DIR              answers are kept here (default: .cache/snapshot)
  --offline                ask nobody: only what the cache has

  A PROJECT may be written name[extra]>=1.0: that extra is followed too, and only such releases lead further.

On a terminal the search shows how far it is, on standard error; in a pipe it is quiet.
Exit codes: 0 done; 1 the tool itself would fail, in its own words (grade: a session
that cannot be read, or a run that came out otherwise); 2 bad input, or more than womm simulates: one line says what.
`;
