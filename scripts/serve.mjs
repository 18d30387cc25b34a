// Serves a built site on this machine as production would: node scripts/serve.mjs [--port 4321] [--dir dist]
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from './child.mjs';
import { command, Problem } from './problem.mjs';
import { siteHandler } from './site-handler.mjs';

const HOST = '127.0.0.1';
export const DEFAULT_PORT = 4321;

/**
 * Serves a folder until closed. A port that is taken is a Problem.
 * @param {{ folder: string, port: number, again: string }} options  `again`: the command to give another port to
 * @returns {Promise<{ address: string, close(): void }>}
 */
export async function serve({ folder, port, again }) {
  const server = await listen(createServer(siteHandler(folder)), port, again);
  const bound = server.address();
  const address = `http://${HOST}:${typeof bound === 'object' && bound ? bound.port : port}/`;
  return { address, close: () => (server.close(), server.closeAllConnections()) };
}

/** Says that a port is taken before work is done that would be for nothing. @param {number} port @param {string} again */
export async function refuseTakenPort(port, again) {
  const server = await listen(createServer(), port, again);
  await new Promise((done) => server.close(done));
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} again
 * @returns {Promise<import('node:http').Server>}
 */
const listen = (server, port, again) =>
  new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      fail(portProblem(error, port, again)),
    );
    server.listen(port, HOST, () => done(server));
  });

/** @param {NodeJS.ErrnoException} error @param {number} port @param {string} again */
function portProblem(error, port, again) {
  if (error.code === 'EADDRINUSE')
    return new Problem(
      `Port ${port} is taken (perhaps this book is open already: http://${HOST}:${port}/). Use another: ${again} --port ${port + 1}`,
    );
  if (error.code === 'EACCES')
    return new Problem(
      `This user may not open port ${port}. Use a higher one: ${again} --port ${DEFAULT_PORT}`,
    );
  return error;
}

/** The port asked for on the command line or by PORT. @param {string | undefined} asked */
export function portFrom(asked) {
  const text = asked ?? process.env.PORT ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new Problem(`"${text}" is no port: give a number from 0 to 65535.`);
  return port;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await command(async () => {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, dir: { type: 'string', default: 'dist' } },
    });
    const folder = resolve(ROOT, values.dir);
    if (!existsSync(join(folder, 'index.html')))
      throw new Problem(`There is no site in ${values.dir}: run \`npm run build\` first.`);
    const { address } = await serve({
      folder,
      port: portFrom(values.port),
      again: 'node scripts/serve.mjs',
    });
    console.log(address);
  });
