/** The files of `program/`, in the order in which they run, one namespace for all. */
export const PROGRAM_FILES = [
  'disk.py',
  'wheels.py',
  'answers.py',
  'renaming.py',
  'errors.py',
  'waiting.py',
  'start.py',
  'plots.py',
  'step.py',
] as const;

/** Where the learner's files lie. */
export const HOME = '/home/ada';

/** What the program finds in its environment. A dumb terminal: no colours in what Python prints. */
export const PYTHON_ENV = {
  HOME,
  USER: 'ada',
  LOGNAME: 'ada',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LANG: 'C.UTF-8',
  TERM: 'dumb',
  COLUMNS: '80',
  LINES: '24',
  PYTHONHASHSEED: '0',
  MPLBACKEND: 'Agg',
} as const;
