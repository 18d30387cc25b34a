// npm start: installs what is missing, builds what has changed, and serves the book. [-- --port 4322]
import { ready } from './ready.mjs';

ready().then(async () => {
  const { parseArgs } = await import('node:util');
  const { command } = await import('./problem.mjs');
  const { buildSite, isBuilt, DIST } = await import('./site-build.mjs');
  const { portFrom, refuseTakenPort, serve } = await import('./serve.mjs');

  await command(async () => {
    const { values } = parseArgs({ options: { port: { type: 'string' } } });
    const wanted = { folder: DIST, port: portFrom(values.port), again: 'npm start --' };
    await refuseTakenPort(wanted.port, wanted.again);
    if (isBuilt()) console.log('Nothing has changed: not installed or built again.');
    else await buildSite({ halves: 'say', quiet: true });
    const { address, close } = await serve(wanted);
    console.log(`\nThe book is open at ${address}  (中文: ${address}zh-cn/)\nCtrl-C closes it.`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.once(signal, () => (close(), process.exit(0)));
  });
});
