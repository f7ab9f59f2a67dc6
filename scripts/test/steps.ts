/** One part of `npm test`. */
export interface Step {
  readonly name: string;
  /** A script of package.json. */
  readonly script: string;
  /** Names of steps without whose success this one makes no sense. */
  readonly after?: readonly string[];
  /** Uses every core by itself, so nothing runs beside it, and its output is shown as it comes. */
  readonly alone?: boolean;
}

/** In order of cost: what fails cheaply fails first. */
export const steps: readonly Step[] = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'floors', script: 'floors' },
  { name: 'dead code', script: 'dead-code' },
  { name: 'docs', script: 'docs:check' },
  { name: 'build', script: 'build' },
  { name: 'size', script: 'size', after: ['build'] },
  { name: 'unit', script: 'unit', alone: true },
  { name: 'browser', script: 'browser', alone: true },
  { name: 'e2e', script: 'e2e', after: ['build', 'browser'], alone: true },
];
