import { REAL_PIP } from '../../../labs/resolve/referee/pip-version.ts';
import type { PythonImage } from '../python/python.ts';
import documents from './documents.py?raw';
import realPip from './real_pip.py?raw';
import remembered from './remembered.py?raw';
import target from './target.py?raw';
import warmUp from './warm_up.py?raw';
import { PIP_WHEEL } from './here.ts';

/** A Python with the real pip imported, which answers questions by `ask`. */
export const pipImage: PythonImage = {
  name: `pip-${REAL_PIP}`,
  env: { PYTHONHASHSEED: '0', HOME: '/home/lin', COLUMNS: '100', TERM: 'dumb' },
  wheels: [PIP_WHEEL],
  program: [documents, realPip, target, remembered, warmUp].join('\n'),
};
