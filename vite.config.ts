import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { finishSite } from './scripts/build/finish-site.ts';

/**
 * What the first room loads and parts that come later use as well. Left to itself each of these would be a file of its own,
 * and twenty small files pack worse than one.
 */
const alwaysLoaded = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|zustand|valibot)/',
    '/shared/fault',
    '/src/ui/(language|class-names|button|kbd|copy|fault-|notice|icon|at-frame|use-paced|slider|token-colour)',
    '/src/core/(numbers/entropy|sampling/(presets|stages)|tokens/(encoding-ids|visible-text))',
    '/src/rooms/playground/(end-of-text|sampler-|settings-|waited|bias-entries|models)',
  ].join('|'),
);

export default defineConfig({
  plugins: [react(), finishSite()],
  worker: { format: 'es' },
  // wouter brings it for older versions of React; this one has it.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    manifest: true,
    license: { fileName: 'licences.md' },
    // Inlined data addresses would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Every browser that knows the popovers of the page also knows `modulepreload`.
    modulePreload: { polyfill: false },
    // CodeMirror's commands name it for what is not used here; its package does not say that it can be left out then.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /@lezer\/common/, sideEffects: false }] },
      output: { codeSplitting: { groups: [{ name: 'base', test: alwaysLoaded }] } },
    },
  },
});
