import { defineConfig } from 'vite';

/** `dist` is the whole page as it is served: `page` as it stands, and the React tab beside it. */
export default defineConfig({
  publicDir: 'page',
  define: {
    // The development build of React: only there StrictMode mounts everything twice, which is
    // what shows that the SDK survives it.
    'process.env.NODE_ENV': JSON.stringify('development'),
  },
  build: {
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { react: 'react/index.tsx' },
      // The SDK's React entry says "use client" for server components, of which there are none here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'js/[name].js', chunkFileNames: 'js/[name].js' },
    },
  },
});
