import { store } from '../hosts/preferences.ts';

/** Tabs of one command block; the choice holds for every block of the site. */
class OsTabs extends HTMLElement {
  connectedCallback(): void {
    this.#tabs.forEach((tab, index) => {
      tab.addEventListener('click', () => choose(tab));
      tab.addEventListener('keydown', ({ key }) => {
        const next = this.#tabs.at((index + moves(key)) % this.#tabs.length);
        if (moves(key) === 0 || !next) return;
        choose(next);
        next.focus();
      });
    });
    this.#show();
    new MutationObserver(() => this.#show()).observe(document.documentElement, {
      attributeFilter: ['data-os'],
    });
  }

  get #tabs(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=tab]')];
  }

  #show(): void {
    for (const tab of this.#tabs) {
      const chosen = tab.dataset['for'] === document.documentElement.dataset['os'];
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      const panel = this.querySelector(`[data-os='${tab.dataset['for']}']`);
      panel?.setAttribute('role', 'tabpanel');
      panel?.setAttribute('aria-labelledby', tab.id);
    }
  }
}

/** The arrow keys of the tab pattern; every other key moves nothing. */
const moves = (key: string): number => (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);

/** The block that was clicked stays under the pointer, however tall the blocks above it become. */
function choose(tab: HTMLElement): void {
  const before = tab.getBoundingClientRect().top;
  document.documentElement.dataset['os'] = tab.dataset['for'];
  store('os', tab.dataset['for']);
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
}

customElements.define('os-tabs', OsTabs);
