import { excerptToPieces, loadPagefind, type Found, type Pagefind } from './pagefind.ts';

const SHOWN = 12;

/** The search: a button, two keys and a dialog. Pagefind is fetched when it is opened for the first time. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    this.hidden = false;
    this.#part('.open').addEventListener('click', () => this.#open());
    this.#input.addEventListener('input', () => void this.#search());
    this.#part('form').addEventListener('submit', (event) => this.#followFirst(event));
    this.#dialog.addEventListener('keydown', (event) => this.#walk(event));
    // An answer may lie on this very page, which then does not reload.
    this.#part('ol').addEventListener('click', () => this.#dialog.close());
    // A click outside the dialog's box arrives at the dialog itself, on its backdrop.
    this.#dialog.addEventListener('click', ({ target, clientX, clientY }) => {
      const box = this.#dialog.getBoundingClientRect();
      const inside =
        clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
      if (target === this.#dialog && !inside) this.#dialog.close();
    });
    document.addEventListener('keydown', (event) => this.#shortcut(event));
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`site-search lacks ${selector}`);
    return part;
  }

  // `as`: the markup beside this file has exactly these elements.
  get #dialog(): HTMLDialogElement {
    return this.#part('dialog') as HTMLDialogElement;
  }

  get #input(): HTMLInputElement {
    return this.#part('input') as HTMLInputElement;
  }

  #open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    void this.#load().catch(() => this.#say(this.dataset['offline'] ?? ''));
  }

  /** A failed load is forgotten, so that the next key press tries again. */
  #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(this.dataset['index'] ?? '/pagefind/').catch(
      (error: unknown) => {
        this.#pagefind = undefined;
        throw error;
      },
    );
    return this.#pagefind;
  }

  #shortcut(event: KeyboardEvent): void {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, [contenteditable], .cm-editor, .xterm');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !(control && (!typing || typing === this.#input))) return;
    event.preventDefault();
    if (this.#dialog.open && control) this.#dialog.close();
    else this.#open();
  }

  async #search(): Promise<void> {
    const text = this.#input.value.trim();
    if (text === '') return this.#show([], '');
    try {
      const answer = await (await this.#load()).debouncedSearch(text);
      if (!answer) return;
      const found = await Promise.all(answer.results.slice(0, SHOWN).map((hit) => hit.data()));
      const words = answer.results.length === 0 ? this.dataset['none'] : this.dataset['count'];
      if (this.#input.value.trim() !== text) return;
      this.#show(found, fill(words ?? '', { text, count: String(answer.results.length) }));
    } catch {
      this.#show([], this.dataset['offline'] ?? '');
    }
  }

  #say(words: string): void {
    this.#part('[role=status]').textContent = words;
  }

  #show(found: readonly Found[], status: string): void {
    this.#say(status);
    this.#part('ol').replaceChildren(...found.map(foundToItem));
  }

  /** Enter in the field follows the first answer; the button that says so closes. */
  #followFirst(event: SubmitEvent): void {
    const enter =
      event.submitter?.matches('.close') === true && document.activeElement === this.#input;
    if (!enter) return;
    event.preventDefault();
    this.querySelector<HTMLAnchorElement>('ol a')?.click();
  }

  /** The arrows walk from the field through the answers and back. */
  #walk(event: KeyboardEvent): void {
    // A search field spends the first Escape on emptying itself; one Escape leaves.
    if (event.key === 'Escape') this.#dialog.close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.#input, ...this.querySelectorAll<HTMLAnchorElement>('ol a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A page that answers: its best section if it has one, and the words around what was found. */
function foundToItem(found: Found): HTMLLIElement {
  const best = found.sub_results[0];
  const title = found.meta.title ?? found.url;
  const link = document.createElement('a');
  link.href = best?.url ?? found.url;
  link.textContent = best && best.title !== title ? `${title} › ${best.title}` : title;
  const excerpt = document.createElement('p');
  for (const { text, marked } of excerptToPieces(best?.excerpt ?? found.excerpt)) {
    const piece = marked ? document.createElement('mark') : document.createTextNode(text);
    if (marked) piece.textContent = text;
    excerpt.append(piece);
  }
  const item = document.createElement('li');
  item.append(link, excerpt);
  return item;
}

customElements.define('site-search', SiteSearch);
