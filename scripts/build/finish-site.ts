import { resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { compressSite } from './compress-site.ts';
import { listSite } from './list-site.ts';

/**
 * After the page is written: builds the service worker as one classic script, `sw.js`, that knows the names of
 * the page's files, and then packs everything. It is a build of its own because the list exists only now.
 */
export function finishSite(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'tokenscope:finish-site',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const outDir = resolve(config.root, config.build.outDir);
        const site = await listSite(outDir);
        await build({
          root: config.root,
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { __SITE__: JSON.stringify(site) },
          build: {
            outDir,
            emptyOutDir: false,
            target: config.build.target || 'es2022',
            rolldownOptions: {
              input: 'src/service-worker/service-worker.worker.ts',
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        });
        await compressSite(outDir);
        const kept = `${site.install.length} files for use offline`;
        config.logger.info(`build ${site.build}: ${kept}`);
      },
    },
  };
}
