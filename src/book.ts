import { existsSync } from 'node:fs';

/** A part of the book: the folder its chapters lie in, and what the sidebar calls it. */
export interface Part {
  readonly folder: string;
  readonly label: string;
  readonly chinese: string;
}

/** The parts in reading order. A part shows in the sidebar as soon as its folder holds a chapter. */
export const parts: readonly Part[] = [
  { folder: 'start', label: 'Start here', chinese: '从这里开始' },
  { folder: 'which-python', label: 'Which Python?', chinese: '你在用哪个 Python' },
  { folder: 'pip', label: 'pip and PyPI', chinese: 'pip 与 PyPI' },
  { folder: 'conda', label: 'conda and Anaconda', chinese: 'conda 与 Anaconda' },
  { folder: 'together', label: 'pip and conda together', chinese: '一起用' },
  { folder: 'gpu', label: 'Frameworks and GPUs', chinese: '框架与 GPU' },
  { folder: 'containers', label: 'Containers', chinese: '容器' },
  { folder: 'servers', label: 'Servers', chinese: '服务器' },
  { folder: 'choosing', label: 'Choosing', chinese: '怎么选' },
  { folder: 'reference', label: 'Reference', chinese: '手册' },
  { folder: 'teach', label: 'For instructors', chinese: '给教师' },
];

/** The sidebar: one group a part, filled from its folder, in the order the chapters state. */
export const sidebar = () =>
  parts
    .filter(({ folder }) => existsSync(new URL(`../content/docs/${folder}/`, import.meta.url)))
    .map(({ folder, label, chinese }) => ({
      label,
      translations: { 'zh-CN': chinese },
      items: [{ autogenerate: { directory: folder } }],
    }));

/** The month in which the facts of this copy were last checked as a whole. */
export const factsDate = '2026-11';
