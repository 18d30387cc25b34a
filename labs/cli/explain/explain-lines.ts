import { chainToRoot } from '../../resolve/chain.ts';
import { resolvePip } from '../../resolve/pip.ts';
import { forgiving, openSources } from '../solve/sources.ts';
import type { Failed, Request, Solved } from '../../resolve/types.ts';
import { plain, plainText, type Language } from '../../resolve/wording/pieces.ts';
import { placeOfLine } from '../../resolve/wording/said-lines.ts';
import { wordings } from '../../resolve/wording/wordings.ts';
import { explain, fix, reportFix } from '../solve/fixes.ts';
import { createProgress } from '../solve/progress.ts';
import { reportCause } from '../solve/report.ts';
import { requestOf } from '../solve/request.ts';
import { followed, type Solving } from '../solve/solve.ts';
import type { Terminal } from '../terminal.ts';
import type { GivenFile } from './given.ts';
import { openOptions, type ExplainOptions } from './options.ts';
import type { Answer, PlacedCause } from './told.ts';

/** What is said of a file of requirements. */
export interface LinesAnswer extends Answer {
  /** Projects that were asked for and are not in the snapshot. */
  readonly outside: readonly string[];
}

/** Some files make pip search for minutes: then the search so far is explained. */
const MOST_STEPS = 200_000;

/** Resolves the lines, and says what comes of it. */
export async function explainLines(
  given: Pick<GivenFile, 'lines' | 'settings'>,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<LinesAnswer> {
  const progress = createProgress(terminal);
  const opened = openSources(given.settings, openOptions(options, progress.remote));
  const outside = new Set<string>();
  const answers = forgiving(opened.answers, (project) => outside.add(project));
  const sources = { ...opened, answers };
  const request = requestOf(options, given, sources);
  const run = await followed(resolvePip(request), sources, progress, MOST_STEPS);
  // What only the search for fixes meets later is not missing from her file.
  const missing = [...outside];
  const solving: Solving = { request, resolver: resolvePip, sources, run };
  const answer = run.outcome.ok
    ? solvedAnswer(run.outcome, options.language)
    : await failedAnswer(solving, run.outcome, options);
  return { ...answer, outside: missing };
}

function solvedAnswer({ pins, rounds }: Solved, language: Language): Answer {
  const named = pins.map(({ metadata: { name, version } }) => ({ name, version }));
  const sentence = {
    en: `pip can install this: ${pins.length} ${pins.length === 1 ? 'project' : 'projects'}, found in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}.`,
    'zh-cn': `pip 能装上：共 ${pins.length} 个项目，求解走了 ${rounds} 轮。`,
  };
  const lines = named.map(({ name, version }) => `  ${name}==${version}`);
  return {
    told: { ok: true, pins: named, rounds, sentence },
    paragraphs: [[sentence[language]], lines],
  };
}

async function failedAnswer(
  solving: Solving,
  failed: Failed,
  { language }: ExplainOptions,
): Promise<Answer> {
  const { request } = solving;
  const explained = await explain(solving, failed);
  const { fixes } = await fix(solving, explained);
  const { sentence, argument, fix: fixSentence, effect } = wordings[language];
  const offered = fixes.map(
    (each, at) =>
      `  ${at + 1}. ${plain(fixSentence(each))}${BETWEEN[language]}${plain(effect(each, explained))}`,
  );
  return {
    told: {
      ok: false,
      causes: failed.causes.map((cause) => placeCause(cause, failed, request)),
      message: failed.message,
      fixes: fixes.map((each) => reportFix(each, request)),
      sentence: {
        en: plainText(wordings.en.sentence(explained)),
        'zh-cn': plainText(wordings['zh-cn'].sentence(explained)),
      },
    },
    paragraphs: [
      [plain(sentence(explained))],
      argument(explained).map((each) => `  ${plain(each)}`),
      offered.length === 0 ? [] : [HELPS[language], ...offered],
    ],
  };
}

/** What stands between two sentences. */
const BETWEEN: Readonly<Record<Language, string>> = { en: ' ', 'zh-cn': '' };

const HELPS: Readonly<Record<Language, string>> = {
  en: 'Each of these was solved again, and works:',
  'zh-cn': '下面每一种都重新求解过，行得通：',
};

function placeCause(
  cause: Failed['causes'][number],
  { state }: Failed,
  request: Request,
): PlacedCause {
  const [first] = chainToRoot(cause, state);
  const root = cause.root ?? first?.root;
  const { file, number } = root === undefined ? NOWHERE : placeOfLine(root);
  return { ...reportCause(cause, request), file: file ?? null, line: number ?? null };
}

const NOWHERE = { file: undefined, number: undefined };
