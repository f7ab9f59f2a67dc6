/**
 * Makes src/rooms/playground/first-view-rows.ts: the opening text's distribution by the model that answers first.
 *
 *     npm run first-view
 */
import { writeFileSync } from 'node:fs';
import { firstViewModule } from './first-view/first-view-module.ts';

const target = new URL('../src/rooms/playground/first-view-rows.ts', import.meta.url);
writeFileSync(target, await firstViewModule());
