import { fileURLToPath } from 'node:url';
import { filenameInUrl } from '../../packaging/file-extension.ts';
import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import { createRemoteIndex } from '../../packaging/remote-index.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import { BadInput } from '../bad-input.ts';
import { nodeNetwork } from '../node-network.ts';
import { hashesOfFile, readLocalMetadata } from './local-wheel.ts';
import { orBadInput } from './remote.ts';

const HASH = /[#&](sha256|sha384|sha512)=([0-9a-f]+)/;
const TAIL = /[?#].*$/s;

/** Answers for one file named outright: a page with it alone, its METADATA read; undefined if it is no wheel. */
export function openDirectLinks(
  withHashes: boolean,
): (link: string) => Promise<ProjectPage | undefined> {
  const remote = createRemoteIndex(nodeNetwork, { url: '' });
  return async (link) => {
    const filename = filenameInUrl(link);
    const wheel = parseWheelFilename(filename);
    if (wheel === undefined) return undefined;
    const address = link.replace(TAIL, '');
    const isLocal = link.startsWith('file:');
    const path = isLocal ? pathOf(address) : '';
    const file: IndexFile = {
      kind: wheel.kind,
      version: wheel.version,
      tags: wheel.tags,
      build: wheel.build,
      filename,
      requiresPython: undefined,
      yanked: false,
      uploadTime: undefined,
      size: undefined,
      url: address,
      hashes: isLocal && withHashes ? hashesOfFile(path) : statedHash(link),
      metadata: undefined,
    };
    const metadata = isLocal ? readLocalMetadata(path) : await orBadInput(remote.metadata(file));
    if (metadata === undefined) throw new BadInput(`${path}: expected a wheel with METADATA`);
    return { project: wheel.project, files: [{ ...file, metadata }] };
  };
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    throw new BadInput(`${address}: expected the address of a file on this machine`);
  }
}

function statedHash(link: string): Readonly<Record<string, string>> {
  const [, name, value] = HASH.exec(link) ?? [];
  return name === undefined || value === undefined ? {} : { [name]: value };
}
