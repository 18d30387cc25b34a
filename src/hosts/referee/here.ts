import files from 'virtual:python-files';
import { REAL_PIP } from '../../../labs/resolve/referee/pip-version.ts';

/** pip's wheel, as vendor.json names it. */
export const PIP_WHEEL = `pip-${REAL_PIP}-py3-none-any.whl`;

/** The real pip, as far as this copy of the book has it. */
export interface PipHere {
  readonly version: string;
  /** What the first question loads: Pyodide and pip's wheel. */
  readonly bytes: number;
}

/** Undefined: this copy was built without it. */
export const pipHere: PipHere | undefined = findPip();

function findPip(): PipHere | undefined {
  const wheel = files.sizes[`/python/wheels/${PIP_WHEEL}`];
  if (wheel === undefined) return undefined;
  const pyodide = Object.entries(files.sizes).filter(([path]) =>
    path.startsWith(`/python/${files.version}/`),
  );
  return { version: REAL_PIP, bytes: pyodide.reduce((sum, [, size]) => sum + size, wheel) };
}
