import type { Locator, Page } from '@playwright/test';

/** How a reader does things: with a mouse, by keys alone, or by touch alone. */
export interface Means {
  press(target: Locator): Promise<void>;
  check(radio: Locator): Promise<void>;
  select(list: Locator, value: string): Promise<void>;
  /** Puts this in the place of all that stands in a field. */
  write(field: Locator, text: string): Promise<void>;
  slide(slider: Locator, to: number): Promise<void>;
}

const overwrite = async (field: Locator, text: string): Promise<void> => {
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
};

export const mouse: Means = {
  press: (target) => target.click(),
  check: (radio) => radio.check(),
  select: async (list, value) => void (await list.selectOption(value)),
  write: overwrite,
  slide: (slider, to) => slider.fill(String(to)),
};

export const touch: Means = {
  press: (target) => target.tap(),
  check: (radio) => radio.tap(),
  // The list that the system shows lies outside the page.
  async select(list, value) {
    await list.tap();
    await list.selectOption(value);
  },
  async write(field, text) {
    await field.tap();
    await overwrite(field, text);
  },
  slide: (slider, to) => slider.fill(String(to)),
};

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => node === document.activeElement).catch(() => false);

const isInEditor = (): boolean => document.activeElement?.closest('.cm-content') !== null;

const MOST_TABS = 400;

/** Presses Tab, or Shift+Tab where the element stands before the focus, until it has it. */
export async function tabTo(
  page: Page,
  element: Locator,
  isThere: () => Promise<boolean> = () => isFocused(element),
): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await isThere()) return;
    const isBefore = await element.evaluate((node) => {
      const active = document.activeElement ?? document.body;
      const place = active.compareDocumentPosition(node);
      return active !== document.body && (place & Node.DOCUMENT_POSITION_PRECEDING) > 0;
    });
    if (await page.evaluate(isInEditor)) await page.keyboard.press('Escape'); // there Tab indents
    await page.keyboard.press(isBefore ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`${MOST_TABS} times Tab do not lead to ${String(element)}`);
}

/** Tab, arrows, Enter, Space and letters. */
export const keyboardOf = (page: Page): Means => ({
  async press(target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  async check(radio) {
    const isInGroup = () =>
      radio.evaluate((node) => {
        const active = document.activeElement;
        return (
          active instanceof HTMLInputElement &&
          node instanceof HTMLInputElement &&
          active.type === 'radio' &&
          active.name === node.name
        );
      });
    await tabTo(page, radio, isInGroup);
    if (await isFocused(radio)) return page.keyboard.press('Space');
    for (let pressed = 0; pressed < 20 && !(await isFocused(radio)); pressed++)
      await page.keyboard.press('ArrowDown');
  },
  async select(list, value) {
    await tabTo(page, list);
    // Closed, a list follows the arrows at once; what is passed on the way is chosen too.
    const down = await list.evaluate((node, wanted) => {
      if (!(node instanceof HTMLSelectElement)) return 0;
      const at = [...node.options].findIndex((option) => option.value === wanted);
      return at - node.selectedIndex;
    }, value);
    for (let left = Math.abs(down); left > 0; left--)
      await page.keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp');
  },
  async write(field, text) {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  async slide(slider, to) {
    await tabTo(page, slider);
    await page.keyboard.press('Home');
    for (let step = 0; step < to; step++) await page.keyboard.press('ArrowRight');
  },
});
