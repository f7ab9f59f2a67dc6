import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/*
 * Who may import whom (docs/decisions/0005-floors.md): down only, types included.
 * scripts/floors/check-floors.ts runs these rules, and first proves on made-up files that each of them bites.
 */
const floors: readonly (readonly [name: string, path: string])[] = [
  ['shared', '^shared/'],
  ['core', '^src/core/'],
  ['engines', '^src/engines/'],
  ['state', '^src/state/'],
  ['rooms', '^src/rooms/'],
  ['app', '^src/app/'],
];

/** Test files and their helpers may reach for real engines of a floor above; what ships may not. */
const notShipped = '(\\.test\\.tsx?$|/testing/)';

const upward: readonly IForbiddenRuleType[] = floors.slice(0, -1).map(([name, path], level) => ({
  name: `${name}-stays-below`,
  comment: `${name} may import only what lies below it`,
  severity: 'error',
  from: { path, pathNot: notShipped },
  to: {
    path: [
      ...floors.slice(level + 1).map(([, above]) => above),
      '^(proxy|scripts|bench|training|e2e)/',
      '^src/(ui|service-worker)/',
    ],
    // ui stands beside state: the rooms above both may use it.
    ...(name === 'rooms' ? { pathNot: '^src/ui/' } : {}),
  },
}));

export const floorRules: readonly IForbiddenRuleType[] = [
  ...upward,
  {
    name: 'ui-knows-only-types-and-formatters',
    comment: 'ui may import shared and core, and knows no store, engine, room or app',
    severity: 'error',
    from: { path: '^src/ui/', pathNot: notShipped },
    to: { path: '^(src/(engines|state|rooms|app|service-worker)|proxy|scripts|bench|training|e2e)/' },
  },
  {
    name: 'rooms-never-meet',
    severity: 'error',
    from: { path: '^src/rooms/([^/]+)/' },
    to: { path: '^src/rooms/', pathNot: '^src/rooms/$1/' },
  },
  {
    name: 'rooms-have-one-door',
    comment: 'the app enters a room by its index.ts',
    severity: 'error',
    from: { path: '^src/app/', pathNot: notShipped },
    to: { path: '^src/rooms/[^/]+/', pathNot: '^src/rooms/[^/]+/index\\.ts$' },
  },
  {
    name: 'service-worker-stands-alone',
    severity: 'error',
    from: { path: '^src/service-worker/' },
    to: { path: '^src/', pathNot: '^src/(service-worker|core)/' },
  },
  {
    name: 'proxy-uses-shared-and-core',
    severity: 'error',
    from: { path: '^proxy/' },
    to: { path: '^(src|scripts|bench|training|e2e)/', pathNot: '^src/core/' },
  },
  {
    name: 'public-face-is-for-outsiders',
    comment: 'src/core/index.ts is for programs outside src; inside, import the file that is meant',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/core/index\\.test\\.ts$' },
    to: { path: '^src/core/index\\.ts$' },
  },
  {
    name: 'core-is-pure',
    comment: 'core runs anywhere: no package but the one that parses, and no part of Node',
    severity: 'error',
    from: { path: '^(src/core|shared)/', pathNot: notShipped },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: '/valibot/' },
  },
  {
    name: 'below-rooms-no-react',
    severity: 'error',
    from: { path: '^src/(engines|state)/', pathNot: notShipped },
    to: { path: '/(react|react-dom|react-i18next|recharts)/' },
  },
  {
    name: 'what-ships-imports-no-tests',
    severity: 'error',
    from: { path: '^(src|shared|proxy)/', pathNot: notShipped },
    to: { path: notShipped },
  },
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'every-import-is-found',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** Type-only imports count, as `tsPreCompilationDeps` has it. */
export const floorOptions: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(dist|public|test-results|playwright-report)/' },
  tsPreCompilationDeps: true,
};

export const floorResolution = {
  exportsFields: ['exports'],
  extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
  conditionNames: ['import', 'module', 'browser', 'default', 'types'],
};
