// Adds to package-lock.json the optional platform packages that a partial registry did not list.
//
// npm writes a lock only of what the registry answered. Where a platform package was missing there, `npm ci` later
// refuses the lock (EUSAGE "Missing: … from lock file"), and the lock would lack what macOS and Windows need.
// The entries added carry no hash: npm fetches them only on the platform they name. Run after every install.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const packages = lock.packages;

/** Is `name` installed where a package at `from` would look for it? @param {string} from @param {string} name */
function resolves(from, name) {
  for (let dir = from; ; dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/node_modules/')))) {
    if (packages[`${dir ? `${dir}/` : ''}node_modules/${name}`]) return true;
    if (!dir) return false;
  }
}

/** The os and cpu a platform package is for, read from its name: `@x/binding-darwin-arm64`. @param {string} name */
function platform(name) {
  const os = /(darwin|linux|win32|windows|freebsd|android|openbsd|sunos)/.exec(name)?.[1];
  const cpu = /(arm64|x64|ia32|arm|wasm32)/.exec(name)?.[1] ?? 'wasm32';
  return { ...(os ? { os: [os === 'windows' ? 'win32' : os] } : {}), cpu: [cpu] };
}

let added = 0;
for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (resolves(path, name)) continue;
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[^\d]*/, ''),
      optional: true,
      ...platform(name),
    };
    added++;
    console.log(`added ${name} ${range}`);
  }

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`complete-lock: ${added} added`);
