import { describe, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { runPipeline } from './pipeline.ts';
import { createRanking } from './ranking.ts';
import { type Stage, ruleSets } from './stages.ts';

const ramp = [0.1, 0.2, 0.3, 0.4].map(Math.log);
const even = [0, 0, 0, 0];
const openai = { rules: 'openai' } as const;
const llama = { rules: 'llama.cpp' } as const;

describe('a trace', () => {
  const stages: Stage[] = [
    { stage: 'logit-bias', bias: { 0: Math.log(8) } }, // .1 → .8: {.8, .2, .3, .4} ÷ 1.7
    { stage: 'top-k', k: 3 }, // 1 goes: {.8, –, .3, .4} ÷ 1.5
    { stage: 'temperature', temperature: 0.5 }, // squared: {.64, –, .09, .16} ÷ .89
    { stage: 'top-p', p: 0.7 }, // .64 ÷ .89 = .719 ≥ .7 alone
  ];
  const trace = runPipeline(ramp, stages, openai);

  test('holds every stage over the whole vocabulary', () => {
    expect(trace.stages.map((stage) => [stage.stage, stage.kept, stage.removed])).toEqual([
      ['logit-bias', 4, 0],
      ['top-k', 3, 1],
      ['temperature', 3, 0],
      ['top-p', 1, 2],
    ]);
    [0.8, 0, 0.3, 0.4].forEach((q, id) => expect(trace.stages[1]!.probs[id]).toBeCloseTo(q / 1.5, 14));
    [0.64, 0, 0.09, 0.16].forEach((q, id) => expect(trace.stages[2]!.probs[id]).toBeCloseTo(q / 0.89, 14));
    expect(trace.stages[1]!.logits[1]).toBe(-Infinity);
    expect(trace.stages[2]!.logits[3]).toBeCloseTo(2 * Math.log(0.4), 14);
  });

  test('says what the model gave, what is drawn from, and which stage removed a token', () => {
    ramp.forEach((x, id) => expect(trace.model.probabilities[id]).toBeCloseTo(Math.exp(x), 14));
    expect([...trace.final.probabilities]).toEqual([1, 0, 0, 0]);
    expect([...trace.modelOrder]).toEqual([3, 2, 1, 0]);
    expect([...trace.finalOrder]).toEqual([0]);
    expect([...trace.removedBy]).toEqual([0, 2, 4, 4]);
  });

  test('explains a removed token up to the stage that removed it', () => {
    const { steps, modelRank, modelProbability, finalProbability, keptMass } = trace.explain(3);
    expect([modelRank, finalProbability]).toEqual([1, 0]);
    expect(modelProbability).toBeCloseTo(0.4, 14);
    expect(steps.map((step) => step.outcome)).toEqual(['unchanged', 'kept', 'changed', 'removed']);
    expect(steps[0]!.probabilityAfter).toBeCloseTo(0.4 / 1.7, 14);
    expect(steps[1]!.measure).toBe(2); // second by then, after token 0
    expect(steps[2]!.logitAfter).toBeCloseTo(Math.log(0.4) / 0.5, 14);
    expect(steps[3]!.measure).toBeCloseTo(0.64 / 0.89, 14); // mass before it
    expect(steps[3]!.logitAfter).toBe(-Infinity);
    expect(keptMass).toBeCloseTo(0.64 / 0.89, 14);
    expect(trace.explain(1).steps.map((step) => step.outcome)).toEqual(['unchanged', 'removed']);
  });

  test('a kept token is its share after the last change of logits, divided by the kept mass', () => {
    const { finalProbability, steps, keptMass } = trace.explain(0);
    expect(steps[2]!.probabilityAfter / keptMass).toBeCloseTo(finalProbability, 14);
    expect(steps.map((step) => step.probabilityAfter)).toEqual(trace.stages.map((stage) => stage.probs[0]));
    expect(() => trace.explain(4)).toThrow('0 to 3 is accepted');
  });

  test('min-p explains its bar as a probability: 0.5 × 0.4', () => {
    const { explain } = runPipeline(ramp, [{ stage: 'min-p', p: 0.5 }], openai);
    expect(explain(0).steps[0]).toMatchObject({ outcome: 'removed' });
    expect(explain(0).steps[0]!.measure).toBeCloseTo(0.2, 14);
  });

  test('a kept ranking gives the same, and one of other logits is refused', () => {
    const ranking = createRanking(ramp);
    expect(runPipeline(ramp, stages, { ...openai, ranking }).final).toEqual(trace.final);
    expect(() => runPipeline([...ramp], stages, { ...openai, ranking })).toThrow('other logits');
  });

  test('logits changed in place since the last run are seen', () => {
    const logits = [0, 1];
    expect(runPipeline(logits, [], openai).finalOrder[0]).toBe(1);
    logits[0] = 2;
    expect(runPipeline(logits, [], openai).finalOrder[0]).toBe(0);
  });
});

describe('what a stage says of itself', () => {
  const note = (
    stage: Stage,
    logits: number[] = ramp,
    rules: (typeof ruleSets)[number] = 'openai',
  ): [unknown, number] => {
    const { stages, final } = runPipeline(logits, [stage], { rules, output: [3] });
    return [stages[0]!.note, final.kept];
  };

  test.each<Stage>([
    { stage: 'logit-bias', bias: {} },
    { stage: 'penalties' },
    { stage: 'penalties', repetition: 2, lastN: 0 },
    { stage: 'temperature', temperature: 1 },
    { stage: 'top-k', k: 0 },
    { stage: 'top-k', k: -1 },
    { stage: 'top-k', k: 9 },
    { stage: 'top-p', p: 1 },
    { stage: 'min-p', p: 0 },
  ])('neutral: $stage', (stage) => expect(note(stage)).toEqual(['neutral', 4]));

  test('T = 0 is argmax, of equals the first, in every engine', () => {
    for (const rules of ruleSets) {
      const { stages, final } = runPipeline(even, [{ stage: 'temperature', temperature: 0 }], { rules });
      expect(stages[0]!.note).toBe('argmax');
      expect([...final.probabilities]).toEqual([1, 0, 0, 0]);
    }
  });

  test('vLLM is greedy below 1e-5; elsewhere a small T divides until it overflows', () => {
    const cold = { stage: 'temperature', temperature: 9e-6 } as const;
    expect(note(cold, ramp, 'vllm')).toEqual(['argmax', 1]);
    expect(note(cold)).toEqual([undefined, 4]);
    expect(note({ stage: 'temperature', temperature: 1e-320 })).toEqual(['argmax', 1]);
  });

  test('an emptied set keeps its best token', () => {
    const ban = { 0: -Infinity, 1: -Infinity, 2: -Infinity, 3: -Infinity };
    expect(note({ stage: 'logit-bias', bias: ban })).toEqual(['kept-best', 1]);
    for (const rules of ruleSets) {
      expect(note({ stage: 'min-p', p: 1.2 }, ramp, rules)).toEqual(['kept-best', 1]);
      expect(note({ stage: 'top-p', p: 0 }, ramp, rules)).toEqual(['kept-best', 1]);
    }
  });

  test('minKeep holds what the rule would remove', () => {
    for (const rules of ruleSets) {
      expect(note({ stage: 'top-k', k: 1, minKeep: 2 }, ramp, rules)).toEqual(['min-keep', 2]);
      expect(note({ stage: 'top-p', p: 0.1, minKeep: 2 }, ramp, rules)).toEqual(['min-keep', 2]);
      expect(note({ stage: 'min-p', p: 0.9, minKeep: 3 }, ramp, rules)).toEqual(['min-keep', 3]);
    }
  });

  test('equals of the k-th stay with Hugging Face and vLLM, and go by id elsewhere', () => {
    const stage = { stage: 'top-k', k: 2 } as const;
    expect(note(stage, even, 'hugging-face')).toEqual(['ties-kept', 4]);
    expect(note(stage, even, 'vllm')).toEqual(['ties-kept', 4]);
    expect([...runPipeline(even, [stage], openai).finalOrder]).toEqual([0, 1]);
    expect([...runPipeline(even, [stage], llama).finalOrder]).toEqual([0, 1]);
  });

  test('0.4 + 0.3 + 0.2 reaches 0.9 in floats, and falls short of it in doubles', () => {
    const stage = { stage: 'top-p', p: 0.9 } as const;
    expect(ruleSets.map((rules) => note(stage, ramp, rules)[1])).toEqual([4, 3, 3, 3]);
    const bar = { stage: 'min-p', p: 0.75 } as const; // 0.75 · 0.4 against 0.3
    expect(ruleSets.map((rules) => note(bar, ramp, rules)[1])).toEqual([1, 2, 2, 2]);
  });
});

describe('history', () => {
  const logits = [1, 1, 1, -1];
  const after = (stage: Stage, rules: (typeof ruleSets)[number]): number[] => [
    ...runPipeline(logits, [stage], { rules, prompt: [0, 3], output: [1, 1] }).stages[0]!.logits,
  ];

  test('repetition counts the prompt too, except with OpenAI: 1 ÷ 2 above 0, −1 · 2 below', () => {
    const stage = { stage: 'penalties', repetition: 2 } as const;
    expect(after(stage, 'openai')).toEqual([1, 0.5, 1, -1]);
    for (const rules of ['llama.cpp', 'hugging-face', 'vllm'] as const)
      expect(after(stage, rules)).toEqual([0.5, 0.5, 1, -2]);
  });

  test('frequency and presence count the prompt with llama.cpp alone', () => {
    const stage = { stage: 'penalties', frequency: 0.25, presence: 1 } as const;
    for (const rules of ['openai', 'hugging-face', 'vllm'] as const)
      expect(after(stage, rules)).toEqual([1, 1 - 0.5 - 1, 1, -1]);
    expect(after(stage, 'llama.cpp')).toEqual([1 - 1.25, 1 - 1.5, 1, -1 - 1.25]);
  });

  test('lastN looks back over prompt and output together; llama.cpp looks back 64 when not told', () => {
    const stage = { stage: 'penalties', repetition: 2, lastN: 3 } as const; // of 0, 3, 1, 1 the 0 is too far back
    expect(after(stage, 'llama.cpp')).toEqual([1, 0.5, 1, -2]);
    const long = [0, ...Array<number>(64).fill(1)];
    const far = (rules: 'llama.cpp' | 'vllm'): number =>
      runPipeline(logits, [{ stage: 'penalties', repetition: 2 }], { rules, output: long }).stages[0]!
        .logits[0]!;
    expect([far('llama.cpp'), far('vllm')]).toEqual([1, 0.5]);
  });
});

describe('−∞, NaN and other guards', () => {
  const some = [0, -Infinity, 1, -Infinity];

  test('the model’s −∞ has probability 0, and goes with the first tokens that are cut', () => {
    const whole = runPipeline(some, [{ stage: 'temperature', temperature: 2 }], openai);
    expect([whole.final.kept, whole.final.probabilities[1]]).toEqual([4, 0]);
    expect([...whole.finalOrder]).toEqual([2, 0, 1, 3]);
    for (const rules of ruleSets) {
      expect([...runPipeline(some, [{ stage: 'top-k', k: 3 }], { rules }).finalOrder]).toEqual([2, 0]);
      expect([...runPipeline(some, [{ stage: 'min-p', p: 1e-9 }], { rules }).finalOrder]).toEqual([2, 0]);
      expect([...runPipeline(some, [{ stage: 'top-p', p: 0.5, minKeep: 4 }], { rules }).finalOrder]).toEqual([
        2, 0,
      ]);
    }
  });

  test('a bias or a penalty cannot bring it back, nor counts as a ban', () => {
    const stages: Stage[] = [
      { stage: 'logit-bias', bias: { 1: 100 } },
      { stage: 'penalties', repetition: 0.5, presence: -9 },
    ];
    const { final, removedBy } = runPipeline(some, stages, { ...openai, output: [1] });
    expect(final.probabilities[1]).toBe(0);
    expect([...removedBy]).toEqual([0, 0, 0, 0]);
  });

  test('a ban is a removal, and a later bias does not undo it', () => {
    const stages: Stage[] = [
      { stage: 'logit-bias', bias: { 3: -Infinity } },
      { stage: 'logit-bias', bias: { 3: 50 } },
    ];
    const { final, removedBy, stages: steps } = runPipeline(ramp, stages, openai);
    expect([final.probabilities[3], removedBy[3], steps[0]!.kept]).toEqual([0, 1, 3]);
  });

  test.each<[string, number[]]>([
    ['logit 1 is NaN', [0, NaN]],
    ['logit 0 is Infinity', [Infinity, 0]],
    ['every logit is −Infinity', [-Infinity, -Infinity]],
    ['no logits', []],
  ])('%s', (message, logits) => expect(() => runPipeline(logits, [], openai)).toThrow(message));

  test.each<[string, Stage]>([
    ['temperature is -1; a finite number of 0 or more', { stage: 'temperature', temperature: -1 }],
    ['temperature is NaN', { stage: 'temperature', temperature: NaN }],
    ['temperature is Infinity', { stage: 'temperature', temperature: Infinity }],
    ['p is 1.1; 0 to 1', { stage: 'top-p', p: 1.1 }],
    ['p is -0.1; a finite number of 0 or more', { stage: 'min-p', p: -0.1 }],
    ['k is 2.5; a whole number of −1 or more', { stage: 'top-k', k: 2.5 }],
    ['k is -2', { stage: 'top-k', k: -2 }],
    ['minKeep is -1', { stage: 'top-k', k: 2, minKeep: -1 }],
    ['repetition is 0; a finite number above 0', { stage: 'penalties', repetition: 0 }],
    ['frequency is NaN', { stage: 'penalties', frequency: NaN }],
    ['lastN is -3', { stage: 'penalties', lastN: -3 }],
    ['id is 4; a whole number from 0 to 3', { stage: 'logit-bias', bias: { 4: 1 } }],
    ['bias of 2 is Infinity', { stage: 'logit-bias', bias: { 2: Infinity } }],
    ['number 1): temperature', JSON.parse('{"stage":"temperature","temperature":"1"}') as Stage],
    ['stage "typical" is unknown', JSON.parse('{"stage":"typical","p":1}') as Stage],
  ])('%s', (message, stage) => {
    expect(() => runPipeline(ramp, [stage], openai)).toThrow(FaultError);
    expect(() => runPipeline(ramp, [stage], openai)).toThrow(message);
  });

  test('ids of the history and names of rules are checked', () => {
    expect(() => runPipeline(ramp, [], { ...openai, prompt: [4] })).toThrow('prompt (number 1): id is 4');
    expect(() => runPipeline(ramp, [], { ...openai, output: [0, -1] })).toThrow(
      'output (number 2): id is -1',
    );
    expect(() => runPipeline(ramp, [], { rules: JSON.parse('"mlx"') as 'vllm' })).toThrow(
      'rules "mlx" are unknown',
    );
    expect(() => runPipeline([1e308, 0], [{ stage: 'logit-bias', bias: { 0: 1e308 } }], openai)).toThrow(
      'leaves the range of numbers',
    );
  });

  test('so hot that all logits become 0, the ids decide; so cold that all but one underflow, too', () => {
    const hot = runPipeline([1e-300, 3e-300, 2e-300], [{ stage: 'temperature', temperature: 1e300 }], openai);
    expect([...hot.finalOrder]).toEqual([0, 1, 2]);
    const cold = runPipeline([3, 1, 2, 0], [{ stage: 'temperature', temperature: 0.001 }], openai);
    expect([...cold.finalOrder]).toEqual([0, 1, 2, 3]);
    expect(cold.final.kept).toBe(4);
  });
});
