import { expect, type Page } from '@playwright/test';
import { loadEncoding } from '../src/core/index.ts';
import { median, ms } from './fixtures/numbers.ts';
import { prose } from './fixtures/prose.ts';
import { bestOfThree, slack } from './fixtures/speed.ts';
import { say } from './fixtures/say.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test.use({ trace: 'off' });

const typed = 'zebras quickly jump';

/**
 * Presses a key and tells how long it took, from the key's own time stamp to the frame in which the token before the
 * caret's end of text is the expected one, coloured.
 */
async function press(page: Page, key: string, lastIds: readonly string[]): Promise<number> {
  await page.evaluate((expected) => {
    const content = document.querySelector('.cm-content')!;
    const shown = () => {
      const tokens = [...content.querySelectorAll<HTMLElement>('[data-token]')];
      return (
        tokens
          .slice(-expected.length)
          .map((token) => token.dataset['token'])
          .join() === expected.join()
      );
    };
    const took = new Promise<number>((resolve) => {
      let pressed = Infinity;
      addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
      const look = () => {
        if (pressed === Infinity || !shown()) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          // After the frame's own work: a message is handled when it has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(0);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(content, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    Object.assign(window, { took });
  }, lastIds);
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
}

test('a key press in a text of 10 KB shows its tokens within 50 ms', async ({ page }) => {
  const text = prose(10_000).trimEnd() + '.';
  const encoding = await loadEncoding('r50k_base');
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.write(text);
  await playground.showsCount(encoding.encode(text).length);
  await playground.text.press('ControlOrMeta+End');

  let now = text;
  const best = await bestOfThree(
    'median of a key press',
    async () => {
      const times: number[] = [];
      for (const key of ` ${typed}.`) {
        now += key;
        // Two tokens: the one that holds the new character, and the one before it.
        const ids = encoding.encode(now).slice(-2);
        times.push(await press(page, key, [...ids].map(String)));
      }
      say(`${times.length} key presses: median ${ms(median(times))}, longest ${ms(Math.max(...times))}`);
      return median(times);
    },
    50,
  );
  expect(best).toBeLessThanOrEqual(50 * slack);
});
