/** What a reader chose once for the whole site. */
export type Preference = 'theme' | 'os' | 'editor-keys';

/** Remembers a choice, or forgets it. Where storage is refused the choice lasts as long as the page. */
export function store(preference: Preference, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(preference);
    else localStorage.setItem(preference, value);
  } catch {
    // A browser that refuses storage refuses it quietly; the page has already changed.
  }
}

/** What was chosen, if it was and the browser tells. */
export function recall(preference: Preference): string | undefined {
  try {
    return localStorage.getItem(preference) ?? undefined;
  } catch {
    return undefined;
  }
}
