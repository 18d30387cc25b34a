// npm test: every phase, each in one line, and the count of all at the end.
// npm test -- --only types|format|unit|build|browser [part of a file name …]
// npm run test:all types every solution of every lab in the browser, and looks at every state.
import { ready } from './ready.mjs';

ready().then(async () => {
  const { parseArgs } = await import('node:util');
  const { command, Problem } = await import('./problem.mjs');
  const { types } = await import('./phases/types.mjs');
  const { format } = await import('./phases/format.mjs');
  const { unit } = await import('./phases/unit.mjs');
  const { build } = await import('./phases/build.mjs');
  const { browser } = await import('./phases/browser.mjs');
  const { together } = await import('./phases/result.mjs');

  await command(async () => {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string', multiple: true }, all: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.all) process.env['TEST_ALL'] = '1';
    const phases = { types, format, unit, build, browser };
    for (const name of values.only ?? [])
      if (!Object.hasOwn(phases, name))
        throw new Problem(
          `There is no phase "${name}": choose from ${Object.keys(phases).join(', ')}.`,
        );

    const results = [];
    for (const [name, phase] of Object.entries(phases)) {
      if (values.only && !values.only.includes(name)) continue;
      const started = performance.now();
      const result = await phase(positionals);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const left = result.notRun.length > 0 ? `, ${result.notRun.length} not run` : '';
      console.log(
        `${name.padEnd(8)} ${seconds.padStart(6)} s  ${result.passed} passed, ${result.failed} failed${left}`,
      );
      for (const note of result.notes ?? []) console.log(`         ${note}`);
      if (result.report) console.log(`\n${result.report}\n`);
      results.push(result);
    }
    const { passed, failed, notRun } = together(results);
    for (const what of notRun) console.log(`not run: ${what}`);
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
});
