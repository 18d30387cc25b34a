/** What `womm --help` prints. */
export const HELP = `womm: the engines of "Works on My Machine" at a prompt

  womm solve [options] REQUIREMENT...     what pip would install into an empty environment, or why it cannot
  womm snapshot --at DAY PROJECT...       record what PyPI says of some projects, for the book (needs the network)
  womm --help

womm solve

  --tool pip|pip-legacy    pip's resolver, or the one before 20.3 (default: pip)
  --pip 26.3|23.2          whose behaviour and words (default: 26.3)
  --python VERSION         the Python that runs pip (default: 3.12.1)
  --platform MACHINE       linux-64, linux-aarch64, musl-64, musl-aarch64, win-64, osx-64 or osx-arm64
                           (default: linux-64)

  --index snapshot|DIR     where the files are (default: snapshot, PyPI as this book recorded it). DIR holds
                           simple/<name>/index.json (PEP 691) and <file>.metadata beside each file
  --no-index --find-links DIR
                           a folder of wheels instead of an index
  -r FILE, -c FILE         requirements and constraints, as pip reads them
  --only-binary, --no-binary FORMATS
  --at DATE                nothing uploaded at or after DATE exists (pip's --uploaded-prior-to)
  -U, -I, --force-reinstall, --dry-run
                           accepted: they decide nothing in an empty environment

  --json                   one object: {"ok":true,"pins":[{"name","version","extras"?}],"rounds":n} or
                           {"ok":false,"causes":[{"requirement","parent":{"name","version"}|null}],"message":"..."}
  --trace                  every step of the resolver: "events" in the object, or a line each

  Without --json it prints what pip install --dry-run prints, without its download lines.

womm snapshot

  --at DAY                 nothing uploaded on DAY (UTC) or later exists
  --out DIR                default: public/snapshot
  --limit N                at most N projects, the nearest first (default: 110)
  --index-url URL          default: https://pypi.org/simple
  --source NAME            whose data it is, in words (default: PyPI, or the URL)
  --cache DIR              answers are kept here (default: .cache/snapshot)
  --offline                ask nobody: only what the cache has

  A PROJECT may be written name[extra]>=1.0: that extra is followed too, and only such releases lead further.

Exit codes: 0 done; 1 the tool itself would fail, in its own words; 2 bad input, or more than womm simulates: one line says what.
`;
