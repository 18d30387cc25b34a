import { fillBlanks } from '../../../labs/core/text.ts';
import { isRecord, parseJson } from '../../../labs/core/json.ts';
import { readRecord, writeRecord } from '../../hosts/storage.ts';
import type { Form, Tool } from './mount.ts';

/** What the build knows of the page. */
export interface ExplainData {
  readonly words: Readonly<Record<string, string>>;
  /** The day before which the snapshot was taken. */
  readonly date: string;
}

const RECORD = 'explain';
/** A longer text is no file of requirements, and a field that holds it would stand still. */
const MOST_CHARACTERS = 300_000;
const REST_MS = 400;

/** The form of the reader in trouble. What she types is kept at once; what answers is loaded at her first touch. */
class ExplainElement extends HTMLElement {
  #tool: Promise<Tool | undefined> | undefined;
  #fileName: string | undefined;
  /** What the field held before the last keystroke. */
  #text = '';
  #rest: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#restore();
    this.#text = this.#field.value;
    const form = this.#find('form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#load().then((tool) => tool?.run('snapshot'));
    });
    form.addEventListener('focusin', () => void this.#load(), { once: true });
    form.addEventListener('input', () => this.#edited());
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    this.#find('input', HTMLInputElement).addEventListener('change', ({ currentTarget }) => {
      if (!(currentTarget instanceof HTMLInputElement)) return;
      void this.#open(currentTarget.files?.[0]);
      currentTarget.value = '';
    });
    form.addEventListener('dragover', (event) => {
      event.preventDefault();
      form.classList.add('over');
    });
    form.addEventListener('dragleave', () => form.classList.remove('over'));
    form.addEventListener('drop', (event) => {
      form.classList.remove('over');
      const file = event.dataTransfer?.files[0];
      if (!file) return; // a piece of text: the field takes it by itself
      event.preventDefault();
      void this.#open(file);
    });
    addEventListener('pagehide', () => this.#keep());
    const offer = () => {
      if (location.hash.startsWith('#run=explain.')) void this.#load();
    };
    addEventListener('hashchange', offer);
    offer();
  }

  #find<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
    const found = this.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`<wm-explain> without ${selector}`);
    return found;
  }

  get #field(): HTMLTextAreaElement {
    return this.#find('textarea', HTMLTextAreaElement);
  }

  #select(name: 'python' | 'platform'): HTMLSelectElement {
    return this.#find(`select[name=${name}]`, HTMLSelectElement);
  }

  #say(key: string | undefined, values: Readonly<Record<string, string>> = {}): void {
    const words = key === undefined ? '' : fillBlanks(this.#data().words[key] ?? key, values);
    this.#find('.said', HTMLElement).textContent = words;
  }

  #tooLong(): void {
    this.#say('explain.tooLong', { n: MOST_CHARACTERS.toLocaleString('en') });
  }

  #edited(): void {
    const { value } = this.#field;
    if (value.length > MOST_CHARACTERS) {
      this.#field.value = this.#text;
      return this.#tooLong();
    }
    this.#text = value;
    if (this.#field.value === '') this.#fileName = undefined;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#keep(), REST_MS);
  }

  #keep(): void {
    const kept = writeRecord(
      RECORD,
      JSON.stringify({
        text: this.#field.value,
        name: this.#fileName,
        python: this.#select('python').value,
        platform: this.#select('platform').value,
      }),
    );
    this.#say(kept === 'kept' ? undefined : `lab.kept.${kept}`);
  }

  #restore(): void {
    const kept = parseJson(readRecord(RECORD) ?? '');
    if (!isRecord(kept)) return;
    const { text, name, python, platform } = kept;
    if (typeof text === 'string' && text !== '') this.#field.value = text;
    if (typeof name === 'string') this.#fileName = name;
    this.#choose('python', python);
    this.#choose('platform', platform);
  }

  #choose(name: 'python' | 'platform', value: unknown): void {
    const select = this.#select(name);
    if ([...select.options].some((option) => option.value === value)) select.value = String(value);
  }

  async #open(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > MOST_CHARACTERS) return this.#tooLong();
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      this.#setText(text, file.name);
    } catch {
      this.#say('explain.notAFile');
    }
  }

  #setText(text: string, name: string | undefined): void {
    this.#field.value = text;
    this.#text = text;
    this.#fileName = name;
    this.#keep();
  }

  #load(): Promise<Tool | undefined> {
    this.#tool ??= this.#mount().catch((error: unknown) => {
      console.error(error);
      this.#tool = undefined;
      this.#say('explain.failedToLoad');
      return undefined;
    });
    return this.#tool;
  }

  async #mount(): Promise<Tool> {
    const { mountResult } = await import('./mount.ts');
    const form: Form = {
      question: () => ({
        text: this.#field.value,
        name: this.#fileName,
        python: this.#select('python').value,
        platform: this.#select('platform').value,
      }),
      setText: (text) => this.#setText(text, this.#fileName),
      setTarget: (python, platform) => {
        this.#choose('python', python);
        this.#choose('platform', platform);
        this.#keep();
      },
      focus: () => this.#field.focus(),
    };
    const language = this.dataset['language'] === 'zh-cn' ? 'zh-cn' : 'en';
    return mountResult(this.#find('.result', HTMLElement), form, language, this.#data());
  }

  #data(): ExplainData {
    const text = this.querySelector('script[type="application/json"]')?.textContent ?? '{}';
    // `as`: the build wrote it beside this element.
    return JSON.parse(text) as ExplainData;
  }
}

customElements.define('wm-explain', ExplainElement);
