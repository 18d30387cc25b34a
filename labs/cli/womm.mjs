#!/usr/bin/env node
// `womm` from any directory: hands over to the project's own Node where this one is too old.
import { handOver } from '../../scripts/own-node.mjs';

try {
  await handOver();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  console.error(
    problem instanceof Error && 'forReader' in problem ? `womm: ${problem.message}` : problem,
  );
  process.exitCode = 2;
}
