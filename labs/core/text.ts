/**
 * A lab's sentences in one language: markdown by id. `##` headings are parts (`prediction`,
 * `task see-conflict`, `hint nudge`, `solution back`, `rule`), `###` headings their answers, so that
 * `task/see-conflict/not-run` is what a check means by `not-run`.
 */
export interface LabText {
  /** What stands before the first heading: the question. */
  readonly intro: string;
  /** In the order written. */
  readonly sections: ReadonlyMap<string, string>;
}

const FRONTMATTER = /^---\n[^]*?\n---\n/;
const HEADING = /^(##|###) (.+)$/;

/** Splits the text of a lab at its headings. Ids come from the headings, word for word. */
export function readLabText(source: string): LabText {
  const lines = source.replaceAll('\r\n', '\n').replace(FRONTMATTER, '').split('\n');
  const sections = new Map<string, string>();
  let part = '';
  let key = '';
  let body: string[] = [];
  let intro = '';
  const close = (): void => {
    const text = body.join('\n').trim();
    if (key === '') intro = text;
    else sections.set(key, text);
    body = [];
  };
  for (const line of lines) {
    const [, level, title = ''] = HEADING.exec(line) ?? [];
    if (level === undefined) {
      body.push(line);
      continue;
    }
    close();
    const id = title.trim().replaceAll(' ', '/');
    if (level === '##') part = id;
    key = level === '##' ? id : `${part}/${id}`;
  }
  close();
  return { intro, sections };
}

/** The headings a lab's text must have, whatever answers its checks add below its tasks. */
export function requiredSections(lab: {
  readonly prediction?: { readonly options: readonly string[] };
  readonly tasks: readonly { readonly id: string }[];
  readonly hints: readonly { readonly id: string }[];
  readonly solutions: readonly { readonly route: string }[];
  readonly nearMisses: readonly { readonly task: string; readonly why: string }[];
}): string[] {
  const prediction = lab.prediction
    ? [
        'prediction',
        ...[...lab.prediction.options, 'right', 'wrong'].map((id) => `prediction/${id}`),
      ]
    : [];
  return [
    ...prediction,
    ...lab.tasks.map(({ id }) => `task/${id}`),
    ...new Set(lab.nearMisses.map(({ task, why }) => `task/${task}/${why}`)),
    ...lab.hints.map(({ id }) => `hint/${id}`),
    ...lab.solutions.map(({ route }) => `solution/${route}`),
    'rule',
  ];
}

const BLANK = /\{([a-z]+)\}/g;

/** The blanks of a sentence: `{project}` → project. */
export const blanksOf = (text: string): string[] =>
  [...new Set([...text.matchAll(BLANK)].map(([, name = '']) => name))].sort();

/** Fills the blanks of a sentence; one that nothing fills stays as written, so that it is seen. */
export const fillBlanks = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(BLANK, (blank, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? blank) : blank,
  );
