import type { Locator } from '@playwright/test';
import type { SpecifierEvent } from '../../labs/packaging/specifier-bench.ts';
import type { BenchEvent } from '../../labs/resolve/bench.ts';
import type { ChoosingEvent } from '../../labs/resolve/choosing/choosing.ts';
import type { DoorsEvent } from '../../labs/resolve/doors.ts';
import type { TagEvent } from '../../labs/resolve/tag-event.ts';
import type { TimeMachineEvent } from '../../labs/resolve/time-machine.ts';
import type { LabEvent } from '../../labs/core/engine.ts';
import { expect } from './page.ts';
import type { LabPage } from './lab-page.ts';
import type { Means } from './means.ts';
import { atPython } from './python-hand.ts';

/** Does at a bench of one kind what an event says. */
export type Hand<Event> = (opened: LabPage, event: Event, means: Means) => Promise<void>;

const atResolver: Hand<BenchEvent> = async (opened, event, means) => {
  const { file, run, slider, root, button, word } = opened;
  switch (event.type) {
    case 'edited':
      return means.write(file, event.text);
    case 'ran':
      return means.press(run);
    case 'stepped':
      return event.to >= Number(await slider.getAttribute('max'))
        ? means.press(button('lab.last'))
        : means.slide(slider, event.to);
    case 'named':
      await means.press(
        root
          .getByRole('region', { name: word('lab.projects') })
          .getByRole('button')
          .filter({ has: opened.page.getByText(event.project, { exact: true }) })
          .first(),
      );
      return means.press(button('lab.name'));
    case 'chose-tool':
      return means.check(
        root.getByRole('radio', { name: word(`lab.tool.${event.tool}`), exact: true }),
      );
    case 'chose-target': {
      const [python = '', minor = ''] = event.python.split('.');
      await means.select(
        root.getByRole('combobox', { name: word('lab.python'), exact: true }),
        `${python}.${minor}`,
      );
      return means.select(
        root.getByRole('combobox', { name: word('explain.platform'), exact: true }),
        event.platform,
      );
    }
  }
};

/** A button that may lie in something folded, which is unfolded first. */
async function unfolded(button: Locator, means: Means): Promise<Locator> {
  const fold = button.locator('xpath=ancestor::details[not(@open)]/summary');
  if ((await fold.count()) > 0) await means.press(fold);
  return button;
}

const atChoosing: Hand<ChoosingEvent> = async ({ root, page, button, word }, event, means) => {
  const pick = async (project: string): Promise<void> => {
    const one = root
      .getByRole('region', { name: word('choose.projects') })
      .getByRole('button')
      .filter({ has: page.getByText(project, { exact: true }) });
    if ((await one.getAttribute('aria-pressed')) !== 'true') await means.press(one);
  };
  switch (event.type) {
    case 'chose': {
      await pick(event.project);
      const versions = root.getByRole('region', {
        name: word('choose.versions', { project: event.project }),
      });
      const version = versions
        .locator('button')
        .filter({ has: page.getByText(event.version, { exact: true }) })
        .first();
      return means.press(await unfolded(version, means));
    }
    case 'took-back': {
      await pick(event.project);
      const start = word('choose.takeBack', { choice: event.project });
      return means.press(root.getByRole('button', { name: start }));
    }
    case 'gave-up':
      return means.press(button('choose.giveUp'));
    case 'compared':
      return means.press(button('choose.compare'));
  }
};

const atTags: Hand<TagEvent> = async ({ root, button, word }, event, means) => {
  const list = (key: string): Locator =>
    root.getByRole('combobox', { name: word(key), exact: true });
  switch (event.type) {
    case 'chose-machine':
      return means.select(list('tags.machine'), event.machine);
    case 'chose-python':
      return means.select(list('tags.python'), event.python);
    case 'chose-requirement':
      return means.select(list('tags.requirement'), event.requirement);
    case 'asked-pip':
      return means.press(button('tags.ask'));
    case 'blamed':
      return means.check(
        root
          .getByRole('group', { name: word('tags.blame') })
          .getByRole('radio', { name: word(`tags.part.${event.part}`), exact: true }),
      );
  }
};

const atSpecifiers: Hand<SpecifierEvent> = async ({ root, button, word }, { text }, means) => {
  await means.write(root.getByLabel(word('spec.label'), { exact: true }), text);
  await means.press(button('spec.ask'));
};

const atDays: Hand<TimeMachineEvent> = async ({ root, button, word }, event, means) => {
  if (event.type === 'froze') return means.press(button('days.freeze'));
  const put = async (label: string, text: string): Promise<void> => {
    const field = root.getByLabel(label, { exact: true });
    if ((await field.inputValue()) !== text) await means.write(field, text);
  };
  await put('requirements.txt', event.requirements);
  await put('constraints.txt', event.constraints);
  await put(word('days.now'), event.day);
  return means.press(button('days.run'));
};

const atDoors: Hand<DoorsEvent> = async ({ root, button, word }, event, means) => {
  if (event.type === 'renewed') return means.press(button('doors.renew'));
  await means.write(root.getByLabel(word('doors.command'), { exact: true }), event.line);
  return means.press(button('doors.run'));
};

// `as`: a lab's events go to the hand of its own kind and to no other.
const hands: Readonly<Record<string, Hand<LabEvent>>> = {
  resolver: atResolver as Hand<LabEvent>,
  choosing: atChoosing as Hand<LabEvent>,
  days: atDays as Hand<LabEvent>,
  doors: atDoors as Hand<LabEvent>,
  python: atPython as Hand<LabEvent>,
  tags: atTags as Hand<LabEvent>,
  specifiers: atSpecifiers as Hand<LabEvent>,
};

/** Does on the page what an event of a stored solution or near miss says, and waits until it is in the log. */
export async function performWith(opened: LabPage, event: LabEvent, means: Means): Promise<void> {
  const hand = hands[opened.lab.engine.kind];
  if (!hand) throw new Error(`no hand for a bench of kind ${opened.lab.engine.kind}`);
  const before = await opened.logged();
  const isTyped = 'text' in event && opened.lab.engine.kind === 'resolver';
  const isNew = !isTyped || event.text !== (await opened.file.inputValue());
  await hand(opened, event, means);
  // A look around leaves no trace where it changes nothing.
  if (!isNew || event.type === 'stepped' || before === Infinity) return;
  await expect.poll(opened.logged, { message: JSON.stringify(event) }).toBeGreaterThan(before);
}
