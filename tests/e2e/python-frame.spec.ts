import { GREETING } from '../../src/hosts/python/frame-talk.ts';
import { expect, test } from './page.ts';
import { expectPrompt, fileRequest, openHost } from './python-page.ts';

test.slow(); // Python has to be started twice

test('a frame that is gone in the middle of a run is noticed, and another takes its place', async ({
  page,
}) => {
  await openHost(page);
  const ending = await page.evaluate(async (request) => {
    const host = window.pythonHost;
    host.watch((runs) => {
      if (runs.get(request)?.type === 'running')
        document.querySelector('iframe[title="Python"]')?.remove();
    });
    return (await host.run(request)).ending;
  }, fileRequest('while True: pass'));
  expect(ending).toMatchObject({ type: 'died', message: expect.stringContaining('frame') });
  await expectPrompt(page);
});

test('nobody but its page is heard by the frame', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(async () => {
    const python = document.createElement('iframe');
    python.sandbox.add('allow-scripts');
    python.src = '/python/frame.html';
    const loaded = new Promise((done) => python.addEventListener('load', done));
    const stranger = document.createElement('iframe');
    stranger.name = 'stranger';
    document.body.append(python, stranger);
    await loaded;
  });
  /** Greets the frame in the name of the window that it runs in: what it hears of it goes to `window.name`. */
  const greet = (greeting: string): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (window.name = `heard ${data.type}`);
    top?.frames[0]?.postMessage(greeting, '*', [port2]);
  };
  await page.frame('stranger')?.evaluate(greet, GREETING);
  await page.evaluate(greet, GREETING);
  await expect.poll(() => page.evaluate(() => window.name)).toBe('heard ready');
  expect(await page.frame('stranger')?.evaluate(() => window.name)).toBe('stranger');
});
