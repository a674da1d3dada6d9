import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { fonts } from './build/fonts.ts';
import { licenses } from './build/licenses.ts';
import { policyActions } from './build/policy-actions.ts';
import { schemas } from './build/schemas.ts';

const root = import.meta.dirname;
/** Where `vite` and `vite preview` find a server to speak with, for work on the console alone. */
const server = process.env.SALLYPORT_CONTROL_URL ?? 'http://127.0.0.1:4566';
/** Whatever is no page of the console's. The `Host` that was signed goes through. */
const proxy = { '^/(?!console(/|$))': { target: server } };

export default defineConfig({
  root,
  base: '/console/',
  resolve: {
    alias: {
      // The names of custom properties end in a hash of their values, so that only those of the same version mean anything.
      '@cloudscape-design/design-tokens': join(
        root,
        '../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js',
      ),
    },
  },
  plugins: [react(), schemas(join(root, '../dist/schemas')), policyActions(), fonts(), licenses(), compressed()],
  build: {
    outDir: join(root, '../dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // With `light-dark()`, which otherwise is rewritten into something that knows only one theme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // No file becomes a `data:` URL, so that the policy of the page may name nothing but itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
});
