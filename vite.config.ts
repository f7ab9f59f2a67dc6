import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { finishSite } from './scripts/build/finish-site.ts';

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
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@lezer\/common/, sideEffects: false }] } },
  },
});
