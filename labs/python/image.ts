// Starts Pyodide, bare or from a snapshot of its memory. The options with an underscore are Pyodide's own
// affair: they hold for the version in package.json, and whoever starts one falls back to a bare start.

/** What an interpreter is started with before it is asked anything: its memory is then kept as a snapshot. */
export interface Image {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Wheels that are unpacked before the program runs. */
  readonly wheels: readonly Uint8Array[];
  /** Python that runs once, in the namespace of a module of its own; its functions are what can be called. */
  readonly program: string;
}

/** What is used of Pyodide. */
export interface Pyodide {
  runPython(code: string, options?: { globals?: unknown; filename?: string }): unknown;
  setStdout(stream: Stream): void;
  setStderr(stream: Stream): void;
  unpackArchive(archive: Uint8Array, format: string, options: { extractDir: string }): void;
  makeMemorySnapshot(): Uint8Array;
  unregisterJsModule(name: string): void;
  setInterruptBuffer(signal: Uint8Array): void;
}

/** Where one of its streams goes. */
export interface Stream {
  readonly isatty: boolean;
  write(bytes: Uint8Array): number;
}

/** The part of the WebAssembly module that a snapshot needs. */
export interface PyodideModule {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** How this machine loads Pyodide. */
export interface Loader {
  load(options: Readonly<Record<string, unknown>>): Promise<Pyodide>;
  createModule(settings: unknown): Promise<PyodideModule>;
}

/** A namespace of Python, as JavaScript sees it. */
export interface Names {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** An interpreter with its image's program loaded. */
export interface Started {
  readonly python: Pyodide;
  readonly names: Names;
}

const SITE_PACKAGES = '/lib/python3.14/site-packages';
/** What tracebacks call the program: `errors.py` hides frames of that name. */
const PROGRAM_NAME = '<womm>';
const NEW_MODULE = `
import sys, types
module = sys.modules['_womm'] = types.ModuleType('_womm')
module.__dict__`;
const KEPT_MODULE = `__import__('sys').modules['_womm'].__dict__`;

/** Starts it bare. `forSnapshot`: so that `makeMemorySnapshot` may be called. */
export async function startImage(
  { load, createModule }: Loader,
  image: Image,
  forSnapshot = false,
): Promise<Started> {
  const python = await load({
    ...{ env: image.env, jsglobals: {}, createPyodideModule: createModule },
    ...(forSnapshot ? { _makeSnapshot: true } : {}),
  });
  unpack(python, image.wheels);
  const names = namesOf(python, NEW_MODULE);
  python.runPython(image.program, { globals: names, filename: PROGRAM_NAME });
  return { python, names };
}

/** Starts it from its snapshot, in a tenth of the time. */
export async function restoreImage(
  { load, createModule }: Loader,
  image: Image,
  snapshot: Uint8Array,
): Promise<Started> {
  const python = await load({
    env: image.env,
    jsglobals: {},
    _loadSnapshot: snapshot,
    // The module starts with less memory than the snapshot needs: one allocation makes it grow.
    createPyodideModule: async (settings: unknown) => {
      const module = await createModule(settings);
      module._free(module._malloc(snapshot.length));
      return module;
    },
  });
  // A snapshot holds memory, not files.
  unpack(python, image.wheels);
  return { python, names: namesOf(python, KEPT_MODULE) };
}

function unpack(python: Pyodide, wheels: readonly Uint8Array[]): void {
  for (const wheel of wheels) python.unpackArchive(wheel, 'zip', { extractDir: SITE_PACKAGES });
}

function namesOf(python: Pyodide, code: string): Names {
  const own = python.runPython('{}');
  // A proxy of a dict has `get` and `set`.
  return python.runPython(code, { globals: own }) as Names;
}
