// The child of guarded.ts: runs what it is sent, one after the other.

import type { RunRequest } from '../../python/run.ts';
import { runInNode } from './run-in-node.ts';

// `as`: the parent sends nothing else.
process.on('message', async (request) => process.send?.(await runInNode(request as RunRequest)));
