import { KEY_PREFIX } from '../../labs/core/backup.ts';

// What stands in a field and was not sent yet is no event; a reload must not lose it all the same. It
// belongs to this tab, so it lies apart from what the device keeps.
const fullKey = (key: string): string => `${KEY_PREFIX}draft:${key}`;

/** What was last typed into a field and not sent; '' where nothing was. */
export function recallDraft(key: string): string {
  try {
    return sessionStorage.getItem(fullKey(key)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps what stands in a field; an empty one is forgotten. */
export function keepDraft(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(fullKey(key));
    else sessionStorage.setItem(fullKey(key), text);
  } catch {
    // Where storage is refused the draft lasts as long as the page.
  }
}
