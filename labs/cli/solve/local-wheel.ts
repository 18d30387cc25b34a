import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseMetadata, type Metadata } from '../../packaging/metadata.ts';
import { unzipSync } from 'fflate';

const METADATA_NAME = /^[^/]+\.dist-info\/METADATA$/;

/** The METADATA in a wheel on this disk, or undefined if it is no wheel. */
export function readLocalMetadata(path: string): Metadata | undefined {
  try {
    const bytes = readFileSync(path);
    const entries = unzipSync(bytes, { filter: ({ name }) => METADATA_NAME.test(name) });
    const [found] = Object.values(entries);
    return found === undefined ? undefined : parseMetadata(new TextDecoder().decode(found));
  } catch {
    return undefined;
  }
}

/** The hashes of a file on this disk, as an index would state them. */
export function hashesOfFile(path: string): Readonly<Record<string, string>> {
  return { sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
}
