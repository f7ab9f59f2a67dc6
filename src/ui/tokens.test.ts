import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenColour } from './token-colour.ts';
import { contrast, hexToRgb, luminance, oklchToLinear, toLinear } from './testing/contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(selector: string): Map<string, string> {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1]!, m[2]!.trim()]));
}

const light = block(':root');
const dark = new Map([...light, ...block("[data-theme='dark']")]);

const luminanceOf = (theme: Map<string, string>, name: string): number =>
  luminance(toLinear(hexToRgb(theme.get(name)!)));

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s theme', (_, theme) => {
  test('text on a token has a contrast of 7:1 or more for every hue, and each colour is inside sRGB', () => {
    const ink = luminanceOf(theme, '--ink');
    const lightness = Number(theme.get('--token-lightness'));
    const chroma = Number(theme.get('--token-chroma'));
    for (let tenth = 0; tenth < 3600; tenth++) {
      const colour = oklchToLinear(lightness, chroma, tenth / 10);
      for (const channel of colour) {
        expect(channel).toBeGreaterThanOrEqual(0);
        expect(channel).toBeLessThanOrEqual(1);
      }
      expect(contrast(luminance(colour), ink)).toBeGreaterThanOrEqual(7);
    }
  });

  test.each(['--paper', '--card'])('on %s: text 7:1, secondary and coloured text 4.5:1', (ground) => {
    const under = luminanceOf(theme, ground);
    expect(contrast(luminanceOf(theme, '--ink'), under)).toBeGreaterThanOrEqual(7);
    for (const name of ['--soft', '--accent', '--up', '--down', '--danger'])
      expect(contrast(luminanceOf(theme, name), under), name).toBeGreaterThanOrEqual(4.5);
  });

  test('outlines that carry meaning are 3:1 on paper and on card', () => {
    for (const name of ['--edge', '--model'])
      for (const ground of ['--paper', '--card'])
        expect(
          contrast(luminanceOf(theme, name), luminanceOf(theme, ground)),
          `${name} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
  });

  test.each(['--surprise', '--attention'])('text on the deep end of %s is 7:1', (deep) => {
    expect(contrast(luminanceOf(theme, '--ink'), luminanceOf(theme, deep))).toBeGreaterThanOrEqual(7);
  });

  test('text on the accent, on its tint and on a pressed control is 4.5:1', () => {
    const accent = luminanceOf(theme, '--accent');
    expect(contrast(luminanceOf(theme, '--on-accent'), accent)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['--accent-soft', '--sink'])
      for (const name of ['--ink', '--soft'])
        expect(
          contrast(luminanceOf(theme, name), luminanceOf(theme, ground)),
          `${name} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
  });
});

test('the hue is the id times the golden angle: 1 → 137.5°, 3 → 412.5° − 360° = 52.5°', () => {
  expect(tokenColour(1)).toBe('oklch(var(--token-lightness) var(--token-chroma) 137.5)');
  expect(tokenColour(3)).toBe('oklch(var(--token-lightness) var(--token-chroma) 52.5)');
});
