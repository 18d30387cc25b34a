import { isRecord } from '../../core/json.ts';

/** A project and one of its versions. */
export interface Choice {
  readonly project: string;
  readonly version: string;
}

/** What a reader does who chooses by herself. */
export type ChoosingEvent =
  | ({ readonly type: 'chose' } & Choice)
  | { readonly type: 'took-back'; readonly project: string }
  /** She says that no set of versions suits everybody. */
  | { readonly type: 'gave-up' }
  /** She looks at how pip does it. */
  | { readonly type: 'compared' };

const MOST_LETTERS = 200;

/** Reads an event of a stored or shared log. */
export function readEvent(value: unknown): ChoosingEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, project, version } = value;
  if (type === 'gave-up' || type === 'compared') return { type };
  if (!isName(project)) return undefined;
  if (type === 'took-back') return { type, project };
  return type === 'chose' && isName(version) ? { type, project, version } : undefined;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_LETTERS;
