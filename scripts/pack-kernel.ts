/**
 * Makes src/core/model/kernel/multiply-binary.ts from multiply.wat.
 *
 *     npm run kernel:pack
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { kernelModule } from './kernel/kernel-module.ts';

const folder = new URL('../src/core/model/kernel/', import.meta.url);
const source = await kernelModule(readFileSync(new URL('multiply.wat', folder), 'utf8'));
writeFileSync(new URL('multiply-binary.ts', folder), source);
