import { parsePyproject } from '../../packaging/pyproject.ts';
import { reprPython } from '../../packaging/python-text.ts';
import { tellPasted } from '../../resolve/wording/pasted-wording.ts';
import { plain, plainText } from '../../resolve/wording/pieces.ts';
import type { GivenText } from './given.ts';
import type { ExplainOptions } from './options.ts';
import type { Answer } from './told.ts';

/** The project itself asks for another Python: pip looks no further. */
export function otherPythonAnswer(
  { file, text }: GivenText,
  specifier: string,
  { target, language }: ExplainOptions,
): Answer {
  const read = parsePyproject(text);
  const project = (read.kind === 'pyproject' ? read.name : undefined) ?? file;
  const { python } = target;
  const error = { kind: 'wrong-python', project, python, specifier } as const;
  const { what, check, next } = tellPasted(error, language);
  const quoted = reprPython(specifier);
  return {
    told: {
      ok: false,
      causes: [{ requirement: `Python ${specifier}`, parent: null, file, line: null }],
      message: `ERROR: Package ${reprPython(project)} requires a different Python: ${python} not in ${quoted}`,
      fixes: [],
      sentence: {
        en: plainText(tellPasted(error, 'en').what),
        'zh-cn': plainText(tellPasted(error, 'zh-cn').what),
      },
    },
    paragraphs: [[plain(what)], [plain(check)], [plain(next)]],
  };
}
