import { expect } from '@playwright/test';
import { drag } from './fixtures/drag.ts';
import { quantile } from './fixtures/numbers.ts';
import { bestOfThree, framesDuring, slack } from './fixtures/speed.ts';
import { say } from './fixtures/say.ts';
import { test } from './fixtures/test.ts';
import { tracedFrames } from './fixtures/traced-frames.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

// Recording every action for a report would be most of what is measured.
test.use({ trace: 'off', viewport: { width: 1440, height: 900 } });

const sliders = ['temperature', 'topP', 'topK', 'minP'] as const;

for (const name of sliders)
  test(`dragging ${name} holds 60 frames a second and leaves u alone`, async ({ page, browser }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    const slider = playground[name];
    const u = await playground.drawPosition.inputValue();
    const box = (await slider.boundingBox())!;
    const path = { y: box.y + box.height / 2, left: box.x + 8, right: box.x + box.width - 8 };
    await drag(page, { ...path, milliseconds: 500 });
    const best = await bestOfThree(
      `${name}, p95 frame`,
      async () => {
        let moves = 0;
        const frames = await framesDuring(page, async () => {
          moves = await drag(page, { ...path, milliseconds: 2000 });
        });
        expect(moves).toBeGreaterThan(60);
        expect(frames.length).toBeGreaterThan(20);
        return quantile(frames, 0.95);
      },
      20,
    );
    expect(best).toBeLessThanOrEqual(20 * slack);

    const traced = await bestOfThree(
      `${name}, p95 frame by the browser's trace`,
      async () => {
        const frames = await tracedFrames(browser, page, async () => {
          await drag(page, { ...path, milliseconds: 2000 });
        });
        expect(frames.length).toBeGreaterThan(60);
        say(`${name}: ${frames.length} frames, ${frames.filter((frame) => frame > 20).length} of them late`);
        return quantile(frames, 0.95);
      },
      20,
    );
    expect(traced).toBeLessThanOrEqual(20 * slack);
    expect(await playground.drawPosition.inputValue()).toBe(u);
  });
