import { FaultError, fault } from '../../../shared/fault.ts';
import { type Rules, type Stage, ruleSets } from './stages.ts';

/** `StageTrace` indices are kept in a byte. */
const mostStages = 255;

/**
 * Every parameter of every stage, before anything runs.
 *
 * @throws FaultError `out-of-range`, `not-a-number`, `not-an-integer` or `unknown-name`; its message names the stage,
 * the parameter, the value and what is accepted, and its detail has `stage`, `parameter`, `value` and `accepted`.
 */
export function checkStages(stages: readonly Stage[], rules: Rules, vocabularySize: number): void {
  if (!ruleSets.includes(rules)) {
    throw new FaultError(
      fault('unknown-name', `rules "${rules}" are unknown; ${ruleSets.join(', ')} are accepted`, {
        value: rules,
      }),
    );
  }
  if (stages.length > mostStages) {
    throw new FaultError(
      fault('out-of-range', `${String(stages.length)} stages; up to ${String(mostStages)} are accepted`, {
        value: stages.length,
        max: mostStages,
      }),
    );
  }
  stages.forEach((stage, index) => checkStage(stage, index, vocabularySize));
}

function checkStage(stage: Stage, index: number, vocabularySize: number): void {
  const check = (parameter: string, value: unknown, rule: Accepted): void => {
    refuseUnless(rule, { stage: stage.stage, index, parameter, value });
  };
  const { stage: name } = stage;
  switch (name) {
    case 'logit-bias':
      for (const [key, bias] of Object.entries(stage.bias)) {
        check('id', /^\d+$/.test(key) ? Number(key) : key, tokenId(vocabularySize));
        check(`bias of ${key}`, bias, finiteOrBan);
      }
      return;
    case 'penalties':
      if (stage.repetition !== undefined) check('repetition', stage.repetition, aboveZero);
      if (stage.frequency !== undefined) check('frequency', stage.frequency, finite);
      if (stage.presence !== undefined) check('presence', stage.presence, finite);
      if (stage.lastN !== undefined) check('lastN', stage.lastN, minusOneOrMore);
      return;
    case 'temperature':
      check('temperature', stage.temperature, zeroOrMore);
      return;
    case 'top-k':
      check('k', stage.k, minusOneOrMore);
      break;
    case 'top-p':
      check('p', stage.p, zeroToOne);
      break;
    case 'min-p':
      check('p', stage.p, zeroOrMore);
      break;
    default:
      throw new FaultError(
        fault(
          'unknown-name',
          `stage "${String(name)}" is unknown; logit-bias, penalties, temperature, top-k, top-p and min-p are accepted`,
          { value: String(name) },
        ),
      );
  }
  if (stage.minKeep !== undefined) check('minKeep', stage.minKeep, wholeZeroOrMore);
}

/** A token id that is in the vocabulary, as part of the text before the next token. */
export function checkHistory(
  ids: ArrayLike<number>,
  name: 'prompt' | 'output',
  vocabularySize: number,
): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (!(Number.isInteger(id) && id >= 0 && id < vocabularySize)) {
      refuseUnless(tokenId(vocabularySize), { stage: name, index: i, parameter: 'id', value: id });
    }
  }
}

interface Accepted {
  readonly words: string;
  readonly whole?: true;
  readonly holds: (value: number) => boolean;
}

const finite: Accepted = { words: 'any finite number', holds: Number.isFinite };
const finiteOrBan: Accepted = {
  words: 'any finite number, or −Infinity to ban',
  holds: (v) => v === -Infinity || Number.isFinite(v),
};
const aboveZero: Accepted = {
  words: 'a finite number above 0 (1 is neutral)',
  holds: (v) => v > 0 && Number.isFinite(v),
};
const zeroOrMore: Accepted = {
  words: 'a finite number of 0 or more',
  holds: (v) => v >= 0 && Number.isFinite(v),
};
const zeroToOne: Accepted = { words: '0 to 1', holds: (v) => v >= 0 && v <= 1 };
const minusOneOrMore: Accepted = {
  words: 'a whole number of −1 or more',
  whole: true,
  holds: (v) => v >= -1,
};
const wholeZeroOrMore: Accepted = { words: 'a whole number of 0 or more', whole: true, holds: (v) => v >= 0 };
const tokenId = (size: number): Accepted => ({
  words: `a whole number from 0 to ${String(size - 1)}`,
  whole: true,
  holds: (v) => v >= 0 && v < size,
});

interface Given {
  readonly stage: string;
  readonly index: number;
  readonly parameter: string;
  readonly value: unknown;
}

function refuseUnless(accepted: Accepted, { stage, index, parameter, value }: Given): void {
  const isNumber = typeof value === 'number' && !Number.isNaN(value);
  if (isNumber && accepted.holds(value) && (accepted.whole === undefined || Number.isInteger(value))) return;
  const code = !isNumber
    ? 'not-a-number'
    : accepted.whole === true && !Number.isInteger(value)
      ? 'not-an-integer'
      : 'out-of-range';
  throw new FaultError(
    fault(
      code,
      `${stage} (number ${String(index + 1)}): ${parameter} is ${String(value)}; ${accepted.words} is accepted`,
      {
        stage,
        parameter,
        value: String(value),
        accepted: accepted.words,
      },
    ),
  );
}
