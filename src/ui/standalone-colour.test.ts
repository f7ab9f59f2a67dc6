import { expect, test } from 'vitest';
import { standaloneColour } from './standalone-colour.ts';
import { hexToRgb, oklchToLinear, toLinear } from './testing/contrast.ts';
import { tokenColour } from './token-colour.ts';

const light: Readonly<Record<string, string>> = {
  '--ink': '#1d1c1a',
  '--token-lightness': '0.88',
  '--token-chroma': '0.057',
};
const valueOf = (property: string) => light[property] ?? '';

test('a property becomes its value, and what is plain already stays', () => {
  expect(standaloneColour('var(--ink)', valueOf)).toBe('#1d1c1a');
  expect(standaloneColour('rgb(29, 28, 26)', valueOf)).toBe('rgb(29, 28, 26)');
  expect(standaloneColour('none', valueOf)).toBe('none');
});

test('a token’s colour becomes the same one in sRGB, within half a step of 255', () => {
  for (const id of [0, 1, 3, 50_256, 199_999]) {
    const hex = standaloneColour(tokenColour(id), valueOf);
    expect(hex).toMatch(/^#[0-9a-f]{6}$/);
    const hue = Number(/([\d.]+)\)$/.exec(tokenColour(id))![1]);
    const exact = oklchToLinear(0.88, 0.057, hue);
    toLinear(hexToRgb(hex)).forEach((channel, at) => expect(channel).toBeCloseTo(exact[at]!, 2));
  }
});

test('a colour as a browser computes it is read too', () => {
  const computed = 'oklch(0.88 0.057 137.5)';
  expect(standaloneColour(computed, valueOf)).toBe(standaloneColour(tokenColour(1), valueOf));
});
