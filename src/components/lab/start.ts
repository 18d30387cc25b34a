import { readRecord } from '../../hosts/storage.ts';
import type { LabData } from './mount.ts';

/** A lab on a page. It costs nothing until the reader touches it, or has been here before. */
class LabElement extends HTMLElement {
  #mounting: Promise<void> | undefined;
  /** What the reader predicted on the still picture; it may change until the lab is there. */
  #predicted: string | undefined;

  connectedCallback(): void {
    const id = this.dataset['lab'] ?? '';
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.closest('.prediction')) return;
      this.#predicted = target.value;
      void this.#start(id);
    });
    this.querySelector('.start')?.addEventListener('click', () => void this.#start(id));
    if (readRecord(`lab:${id}`) !== undefined) void this.#start(id);
    const offer = () => {
      if (isLinked(id)) void this.#start(id);
    };
    addEventListener('hashchange', offer);
    offer();
  }

  #start(id: string): Promise<void> {
    this.#mounting ??= this.#mount(id).catch((error: unknown) => {
      console.error(error);
      this.#mounting = undefined;
      this.removeAttribute('aria-busy');
      const problem = this.querySelector('.load-problem');
      if (problem) problem.textContent = this.#data().words['lab.failed'] ?? '';
    });
    return this.#mounting;
  }

  async #mount(id: string): Promise<void> {
    this.setAttribute('aria-busy', 'true');
    const island = this.querySelector<HTMLElement>('.island');
    if (!island) return;
    const { mountLab } = await import('./mount.ts');
    await mountLab(id, island, this.#data(), () => this.#predicted);
    this.removeAttribute('aria-busy');
  }

  #data(): LabData {
    // `as`: the build wrote it beside this element.
    return JSON.parse(
      this.querySelector('script[type="application/json"]')?.textContent ?? '{}',
    ) as LabData;
  }
}

/** Does the address carry a file for this lab? The lab offers it then; nothing runs by itself. */
const isLinked = (id: string): boolean => location.hash.startsWith(`#run=${id}.`);

customElements.define('wm-lab', LabElement);
