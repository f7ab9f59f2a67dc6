import { expect, test } from 'vitest';
import { FaultError, fault } from '../../../../shared/fault.ts';
import type { OpenedTokenizer, SplitsEngine } from '../../../engines/splits/contract.ts';
import type { TokenizerEngine } from '../../../engines/tokenizer/contract.ts';
import { createComparison } from './create-comparison.ts';
import { createMakings } from './makings.ts';

const none = Uint32Array.of();
const file = {
  kind: 'tokenizer-json',
  key: '1',
  name: 'x',
  file: new Blob(),
  model: 'BPE',
  size: 9,
} as const;

/** Engines that answer at once, one piece for each letter, and write down what they were asked. */
function fakes(refuse: () => boolean = () => false) {
  const asked: string[] = [];
  const splits = (): SplitsEngine => ({
    train: () => Promise.resolve({ preSplit: 'none', pairs: none, counts: none }),
    open: () => Promise.resolve<OpenedTokenizer>(file),
    split: ({ text }) =>
      Promise.resolve({ name: 'x', count: text.length, distinct: 1, starts: none, ends: none }),
    document: (text, by) => ({
      open() {
        const name = typeof by === 'string' ? by : by.kind;
        asked.push(`open ${name}`);
        if (refuse()) return Promise.reject(new FaultError(fault('worker-died', 'died')));
        return Promise.resolve({ count: text.length, distinct: 1 });
      },
      slice: (from) =>
        refuse()
          ? Promise.reject(new FaultError(fault('worker-died', 'died')))
          : Promise.resolve({ first: from, starts: none, ends: none }),
      close: () => void asked.push('close'),
    }),
    close: () => void asked.push('end'),
  });
  const comparison = createComparison(
    () => ({ close: () => undefined }) as TokenizerEngine,
    splits,
    createMakings(),
  );
  const phases = () => comparison.store.getState().columns.map(({ id, read }) => `${id} ${read.phase}`);
  return { asked, comparison, phases };
}

/** Lets answers come in. */
async function answered(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

test('what has been read stays when a column is added, and is let go with its column', async () => {
  const { asked, comparison, phases } = fakes();
  comparison.show(['words', 'bytes'], 'abc');
  expect(phases()).toEqual(['words running', 'bytes running']);
  await answered();
  comparison.show(['words', 'bytes', 'characters'], 'abc');
  expect(phases()).toEqual(['words done', 'bytes done', 'characters running']);
  comparison.show(['bytes', 'characters'], 'abc');
  expect(asked).toEqual(['open words', 'open bytes', 'open characters', 'close']);
});

test('another text is read anew', async () => {
  const { asked, comparison } = fakes();
  comparison.show(['words', 'bytes'], 'abc');
  await answered();
  comparison.show(['words', 'bytes'], 'abcd');
  await answered();
  const counts = comparison.store
    .getState()
    .columns.map(({ read }) => (read.phase === 'done' ? read.value.count : undefined));
  expect(counts).toEqual([4, 4]);
  expect(asked.filter((one) => one === 'close')).toHaveLength(2);
});

test('a split that has to be made first waits, and is read when it is there and when it is another', async () => {
  const { asked, comparison, phases } = fakes();
  comparison.show(['own', 'file'], 'abc');
  expect(phases()).toEqual(['own idle', 'file idle']);
  expect(await comparison.count('own', 'abc', {})).toBeUndefined();
  const from = { text: 'abc', size: 256, preSplit: 'none' } as const;
  await comparison.learn(from, {});
  await comparison.openFile(new File([], 'x'), {});
  comparison.show(['own', 'file'], 'abc');
  await comparison.learn(from, {});
  comparison.show(['own', 'file'], 'abc');
  expect(asked.filter((one) => one.startsWith('open'))).toEqual([
    'open own-bpe',
    'open tokenizer-json',
    'open own-bpe',
  ]);
});

test('what fails is told of, at first and later, and can be tried again', async () => {
  let broken = true;
  const { comparison, phases } = fakes(() => broken);
  comparison.show(['words', 'bytes'], 'abc');
  await answered();
  expect(phases()).toEqual(['words failed', 'bytes failed']);
  broken = false;
  comparison.retry('words', 'abc');
  await answered();
  expect(phases()).toEqual(['words done', 'bytes failed']);
  const [words] = comparison.store.getState().columns;
  broken = true;
  if (words?.read.phase === 'done') await words.read.value.slice(0, 1).catch(() => undefined);
  expect(phases()).toEqual(['words failed', 'bytes failed']);
});
