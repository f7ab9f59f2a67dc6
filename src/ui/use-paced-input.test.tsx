// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Slider } from './slider.tsx';

let frames: FrameRequestCallback[] = [];
const drawFrame = (): void => frames.splice(0).forEach((run) => run(0));

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  cleanup();
  drawFrame();
  vi.unstubAllGlobals();
});

function show(value = 1) {
  const told: number[] = [];
  const slider = (at: number) => (
    <Slider label="T" value={at} onChange={(next) => told.push(next)} min={0} max={2} step={0.01} />
  );
  const { rerender, unmount } = render(slider(value));
  const input = screen.getByRole<HTMLInputElement>('slider', { name: 'T' });
  const move = (to: number) => {
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { told, input, move, rerender: (at: number) => rerender(slider(at)), unmount };
}

test('three movements before a frame are told once, as the newest; the thumb is there at once', () => {
  const { told, input, move } = show();
  for (const value of [1.1, 1.2, 1.3]) move(value);
  expect(told).toEqual([]);
  expect(input.valueAsNumber).toBe(1.3);
  drawFrame();
  expect(told).toEqual([1.3]);
});

test('letting go, or a key, tells at once and only once', () => {
  const { told, input, move } = show();
  move(0.5);
  fireEvent(input, new Event('change', { bubbles: true }));
  expect(told).toEqual([0.5]);
  drawFrame();
  expect(told).toEqual([0.5]);
});

test('a value that is set from outside moves the thumb, but not under a finger', () => {
  const { input, move, rerender } = show();
  rerender(0.7);
  expect(input.valueAsNumber).toBe(0.7);
  move(0.9);
  rerender(0.8);
  expect(input.valueAsNumber).toBe(0.9);
});

test('a movement back to the value in force is told of nobody; one that waits when the slider goes is not lost', () => {
  const { told, move, unmount } = show(1);
  move(1.4);
  move(1);
  drawFrame();
  expect(told).toEqual([]);
  move(1.5);
  unmount();
  expect(told).toEqual([1.5]);
});
