import { PROGRAM_FILES, PYTHON_ENV } from '../../../labs/python/program.ts';
import type { PythonImage } from './host.ts';

const texts = import.meta.glob<string>('../../../labs/python/program/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The image that a learner's code runs in. */
export const learnerImage: PythonImage = {
  name: 'python',
  env: PYTHON_ENV,
  wheels: [],
  program: PROGRAM_FILES.map((file) => texts[`../../../labs/python/program/${file}`]).join('\n'),
};
