// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { isChanged, type SamplerSettings } from '../../sampler-settings.ts';
import { Controls, type ControlsProps } from './controls.tsx';
import { exhibits } from './exhibits.ts';
import { moveStage } from './move-stage.ts';

afterEach(cleanup);

type State = Omit<ControlsProps, 'onChange' | 'onSeed'>;

/** The panel with a memory, as the room gives it; every change is told. */
function Panel({
  state,
  told,
}: {
  readonly state: State;
  readonly told: (settings: SamplerSettings) => void;
}) {
  const [settings, setSettings] = useState(state.settings);
  const [seed, setSeed] = useState(state.seed);
  const onChange = (next: SamplerSettings): void => {
    told(next);
    setSettings(next);
  };
  return <Controls {...state} settings={settings} onChange={onChange} seed={seed} onSeed={setSeed} />;
}

function open(state: State = exhibits.first) {
  const told = vi.fn<(settings: SamplerSettings) => void>();
  render(<Panel state={state} told={told} />);
  return { told, last: () => told.mock.lastCall![0] };
}

const slider = (name: string): HTMLInputElement => screen.getByRole('slider', { name });
const slide = (name: string, value: string): void => {
  fireEvent.change(slider(name), { target: { value } });
};
const type = (name: string, value: string): void => {
  const field = screen.getByRole('spinbutton', { name });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value } });
};
const order = (): (string | undefined)[] =>
  within(screen.getByRole('list', { name: 'Acts in this order' }))
    .getAllByRole('listitem')
    .map((line) => line.dataset['stage']);

describe.each(Object.entries(exhibits))('exhibit %s', (_, state) => {
  test('has one control of each name, also when names are matched by a part of them', () => {
    open(state);
    for (const name of ['Temperature', 'Top-p', 'Top-k', 'Min-p'])
      expect(screen.getAllByRole('slider', { name: new RegExp(name, 'i') })).toHaveLength(1);
    expect(screen.getAllByRole('spinbutton', { name: /seed/i })).toHaveLength(1);
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
    expect(screen.queryByRole('textbox')).toBeNull();
    for (const name of [/step/i, /play/i, /pause/i, /undo/i, /new draw/i, /copy link/i])
      expect(screen.queryByRole('button', { name })).toBeNull();
    for (const name of [/tokens/i, /history/i]) expect(screen.queryByRole('list', { name })).toBeNull();
  });

  test('shows six stages in acting order, and Japanese words in Japanese', () => {
    open(state);
    expect(order()).toEqual([...state.settings.order]);
    cleanup();
    render(
      <LanguageContext value="ja">
        <Controls {...state} onChange={() => {}} onSeed={() => {}} />
      </LanguageContext>,
    );
    expect(screen.getByRole('slider', { name: '温度' })).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe('適用される順番');
  });
});

test('a slider’s raw value is the parameter, and each movement is told', () => {
  const { told, last } = open();
  expect(slider('Temperature').value).toBe('1');
  slide('Temperature', '0.8');
  slide('Temperature', '0.75');
  expect(told.mock.calls.map(([settings]) => settings.temperature)).toEqual([0.8, 0.75]);
  slide('Top-p', '0.9');
  slide('Top-k', '40');
  slide('Min-p', '0.05');
  expect(last()).toMatchObject({ temperature: 0.75, topP: 0.9, topK: 40, minP: 0.05 });
});

test('a number past the slider’s end can be typed; the slider rests at its end and says the value', () => {
  const { last } = open();
  type('Temperature value', '3');
  expect(last().temperature).toBe(3);
  expect(slider('Temperature').value).toBe('2');
  expect(slider('Temperature').getAttribute('aria-valuetext')).toBe('3');
});

test('out of range is refused with the range, and the value in force stays', () => {
  const { told } = open();
  type('Temperature value', '7');
  expect(screen.getByRole('alert').textContent).toBe(
    '7 is not taken: Temperature accepts numbers, 0 to 5. 1 stays in force.',
  );
  expect(told).not.toHaveBeenCalled();
  type('Temperature value', '0.5');
  expect(screen.queryByRole('alert')).toBeNull();
  type('Top-k value', '50258');
  expect(screen.getByRole('alert').textContent).toContain('whole numbers, 0 to 50257');
});

test('a refused seed shows a sentence and keeps the old one', () => {
  open();
  type('Seed', '1.5');
  expect(screen.getByRole('alert').textContent).toBe(
    '1.5 is not a seed: it takes a whole number, 0 to 4,294,967,295. 42 stays in force.',
  );
  const field: HTMLInputElement = screen.getByRole('spinbutton', { name: 'Seed' });
  fireEvent.blur(field);
  expect(field.value).toBe('42');
  type('Seed', '7');
  expect(field.value).toBe('7');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('off keeps the value; moving the slider switches the stage on again', () => {
  const { last } = open(exhibits.changed);
  fireEvent.click(screen.getByRole('switch', { name: 'Use Top-p' }));
  expect(last()).toMatchObject({ topP: 0.95, enabled: { 'top-p': false } });
  slide('Top-p', '0.5');
  expect(last()).toMatchObject({ topP: 0.5, enabled: { 'top-p': true } });
});

test('switching on a neutral stage sets a usual value: top-k 40', () => {
  const { last } = open();
  fireEvent.click(screen.getByRole('switch', { name: 'Use Top-k' }));
  expect(last().topK).toBe(40);
});

test('a change names the preset as changed, and Reset brings it back', () => {
  const { last } = open();
  const preset: HTMLSelectElement = screen.getByRole('combobox', { name: 'Preset' });
  expect(preset.selectedOptions[0]!.text).toBe('OpenAI');
  slide('Temperature', '0.5');
  expect(preset.selectedOptions[0]!.text).toBe('OpenAI, changed');
  fireEvent.click(screen.getByRole('button', { name: 'Reset to OpenAI' }));
  expect(isChanged(last())).toBe(false);
  fireEvent.change(preset, { target: { value: 'llama.cpp' } });
  expect(last()).toMatchObject({ preset: 'llama.cpp', rules: 'llama.cpp', topK: 40, temperature: 0.8 });
  expect(order().at(-1)).toBe('temperature');
});

describe('order', () => {
  test('buttons move a stage, say where it acts now and keep the focus', () => {
    open();
    const before = order();
    const at = before.indexOf('temperature');
    fireEvent.click(screen.getByRole('button', { name: 'Change order' }));
    const later = screen.getByRole('button', { name: 'Move Temperature later' });
    later.focus();
    fireEvent.click(later);
    expect(order().indexOf('temperature')).toBe(at + 1);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Temperature later' }));
    expect(screen.getByRole('status').textContent).toBe(`Temperature now acts as number ${at + 2} of 6.`);
  });

  test('the first cannot go earlier, the last not later', () => {
    const { told } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Change order' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move Logit bias earlier' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move Min-p later' }));
    expect(told).not.toHaveBeenCalled();
  });

  test('a moved stage takes its place and the others close up', () => {
    const from = exhibits.first.settings.order;
    expect(moveStage(from, 0, 5)).toEqual([...from.slice(1), from[0]]);
    expect(moveStage(from, 5, 2)).toEqual([from[0], from[1], from[5], from[2], from[3], from[4]]);
  });
});

test('facts: removed counts, off, and what temperature 0 leaves', () => {
  open(exhibits.changed);
  expect(screen.getByText('removed 50,102')).toBeTruthy();
  expect(screen.getAllByText('off')).toHaveLength(2);
  cleanup();
  open(exhibits.greedy);
  expect(screen.getByText('best one only')).toBeTruthy();
});

test('penalties are folded away while neutral and open when they act', () => {
  const { last } = open();
  expect(screen.queryByRole('slider', { name: 'Frequency penalty' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Penalty settings' }));
  slide('Frequency penalty', '-1.5');
  slide('Repetition penalty', '1.1');
  slide('Presence penalty', '2');
  expect(last()).toMatchObject({ frequency: -1.5, repetition: 1.1, presence: 2 });
  cleanup();
  open(exhibits.changed);
  expect(slider('Frequency penalty').value).toBe('0.5');
});
