import { defineConfig } from 'vitest/config';

const happyDOM = {
  url: 'https://app.example/account',
  // Frames exist, but load nothing from anywhere: the tests speak for the server.
  settings: {
    enableIframePageLoading: true,
    navigation: { disableChildFrameNavigation: true },
  },
};

const project = (name: string) => ({
  root: `packages/${name}`,
  define: { __VERSION__: '"1.2.3"' },
  // A project tests the React of its own dependencies.
  resolve: { dedupe: ['react', 'react-dom'] },
  test: {
    name,
    environment: 'happy-dom',
    environmentOptions: { happyDOM },
    include: ['tests/*.test.ts'],
    css: true,
    restoreMocks: true,
    unstubGlobals: true,
  },
});

export default defineConfig({
  test: { projects: [project('js'), project('react-16'), project('view')] },
});
