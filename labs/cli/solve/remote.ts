import { requiredByFiles } from '../../packaging/closure.ts';
import { lookAhead } from '../../packaging/remote-answers.ts';
import { IndexFailure, problemText } from '../../packaging/remote-get.ts';
import { createRemoteIndex } from '../../packaging/remote-index.ts';
import { BadInput } from '../bad-input.ts';
import { nodeNetwork } from '../node-network.ts';
import type { OpenOptions, Source } from './source.ts';

const TRAILING_SLASHES = /\/+$/;
const EXAMPLE = 'https://pypi.org/simple';

/** An index that is asked over the network. What a file requires is asked for before it is wanted. */
export function openRemote(address: string, options: OpenOptions): Source {
  const { environments, tell } = options;
  const url = address.replace(TRAILING_SLASHES, '');
  if (!URL.canParse(url)) throw new BadInput(`'${address}': expected an address like ${EXAMPLE}`);
  const remote = createRemoteIndex(nodeNetwork, { url, tell });
  return {
    index: { kind: 'simple', url },
    page: (project) => orBadInput(remote.page(project)),
    metadata: async (file) => {
      const metadata = await orBadInput(remote.metadata(file));
      for (const { project } of requiredByFiles([{ ...file, metadata }], '', environments))
        lookAhead(remote, project);
      return metadata;
    },
  };
}

/** What an index far away answers; its failures are one line at the prompt. */
export async function orBadInput<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (failure) {
    if (!(failure instanceof IndexFailure)) throw failure;
    throw new BadInput(`${problemText(failure.problem)}`);
  }
}
