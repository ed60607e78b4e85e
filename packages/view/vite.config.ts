import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** One script that every page of the view holds inline. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: 'es2020',
    lib: { entry: 'src/main.ts', name: 'view', formats: ['iife'], fileName: () => 'view.js' },
  },
});
