import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with the labs of a page; `site.spec.ts` looks at whole pages. */
export const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).include('section.lab').analyze()).violations.flatMap(
    ({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${String(target)}`),
  );
