import { runTool } from '../child.mjs';
import { single } from './result.mjs';

/** Every file is as Prettier writes it. @returns {Promise<import('./result.mjs').Result>} */
export async function format() {
  const { code, output } = await runTool(
    'prettier',
    ['--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
    {
      capture: true,
    },
  );
  return single(code === 0, `${output}\`npm run format\` writes them as Prettier would.`);
}
