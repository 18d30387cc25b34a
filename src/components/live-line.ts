import { layOutNumberLine } from './number-line.ts';
import { numberLineSvg } from './number-line-svg.ts';

/** A release on a slider: its version, what it asks, and a digit a version of the line (1: kept). */
export type LiveRelease = readonly [version: string, label: string, keeps: string];

/** Everything that the home page's line can show, computed by the build. */
export interface LiveLineData {
  readonly versions: readonly string[];
  readonly sliders: readonly { readonly name: string; readonly releases: readonly LiveRelease[] }[];
  /** What is said when no version suits everyone; and when some do, with {n}, {from} and {to}. */
  readonly none: string;
  readonly some: string;
}

/** Draws the line anew whenever a slider moves. Without script it stays as the build drew it. */
class LiveLine extends HTMLElement {
  connectedCallback(): void {
    // `as`: the build wrote it inside this element.
    const data = JSON.parse(this.querySelector('script')?.textContent ?? '{}') as LiveLineData;
    const inputs = [...this.querySelectorAll<HTMLInputElement>('[data-slider]')];
    // The table for screen readers says what the build drew; the sliders and the verdict speak now.
    this.querySelector('.sr-only')?.remove();
    this.addEventListener('input', () => this.#draw(data, inputs));
    this.#draw(data, inputs);
  }

  #draw({ versions, sliders, none, some }: LiveLineData, inputs: HTMLInputElement[]): void {
    const ranges = inputs.flatMap((input, i) => {
      const slider = sliders[i];
      const release = slider?.releases[input.valueAsNumber];
      if (!slider || !release) return [];
      const [version, label, keeps] = release;
      input.setAttribute('aria-valuetext', `${version}: ${label}`);
      return [
        {
          asker: `${slider.name} ${version}`,
          label,
          keeps: [...keeps].map((digit) => digit === '1'),
        },
      ];
    });
    const line = layOutNumberLine(versions, ranges);
    const drawing = this.querySelector('svg');
    if (drawing) drawing.innerHTML = numberLineSvg(line);
    const kept = line.ticks.filter(({ standing }) => standing === 'chosen');
    const verdict = this.querySelector('.verdict');
    if (!verdict) return;
    verdict.textContent = line.meets
      ? some
          .replace('{n}', String(kept.length))
          .replace('{from}', kept[0]?.version ?? '')
          .replace('{to}', kept.at(-1)?.version ?? '')
      : none;
  }
}

customElements.define('live-line', LiveLine);
