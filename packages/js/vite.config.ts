import { defineConfig, type Plugin } from 'vite';

/** The CommonJS file of the React entry needs the CommonJS file of the core. */
const commonJsNeighbors: Plugin = {
  name: 'common-js-neighbors',
  renderChunk: (code, _chunk, { format }) =>
    format === 'cjs' ? code.replace('./index.js', './index.cjs') : null,
};

/** A page may declare any charset, or none, before it loads the script. */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle: (_options, bundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escapeCharacter);
    }
  },
};

const escapeCharacter = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** An entry for bundlers, as ESM and CJS. */
const packageEntry = (name: string) =>
  defineConfig({
    plugins: [commonJsNeighbors],
    build: {
      target: 'es2022',
      cssTarget: 'esnext',
      emptyOutDir: false,
      lib: { entry: `src/${name}.ts`, fileName: name, formats: ['es', 'cjs'] },
      rolldownOptions: {
        // The React entry imports the core one, so that a page has it once.
        external: ['react', './index.js'],
        output: {
          // Frameworks with server components must know that this one runs in the browser.
          banner: name === 'react' ? "'use client';" : '',
        },
      },
    },
  });

/** One file for a script tag, with one global. */
const scriptEntry = defineConfig({
  plugins: [asciiOnly],
  build: {
    target: 'es2022',
    cssTarget: 'esnext',
    emptyOutDir: false,
    lib: {
      entry: 'src/iife.ts',
      name: 'Renumerate',
      formats: ['iife'],
      fileName: () => 'renumerate.iife.js',
    },
    rolldownOptions: { output: { exports: 'default' } },
  },
});

export default defineConfig(({ mode }) => (mode === 'iife' ? scriptEntry : packageEntry(mode)));
