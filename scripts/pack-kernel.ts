/**
 * Makes src/core/model/kernel/kernel-binary.ts from kernel.wat.
 *
 *     npm run kernel:pack
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { kernelModule } from './kernel/kernel-module.ts';

const folder = new URL('../src/core/model/kernel/', import.meta.url);
const source = await kernelModule(readFileSync(new URL('kernel.wat', folder), 'utf8'));
writeFileSync(new URL('kernel-binary.ts', folder), source);
