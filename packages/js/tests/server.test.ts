// @vitest-environment node
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Renumerate } from '../src/index.js';
import { CancelButton, RenumerateProvider } from '../src/react.js';

describe('on a server', () => {
  it('there is no document', () => {
    expect(typeof document).toBe('undefined');
  });

  it('an instance can be made, prepared and cleaned up', () => {
    const renumerate = new Renumerate({ publicKey: 'your-public-key' });
    renumerate.initialize();
    renumerate.cleanup();

    expect(renumerate.cancelLabel).toBe('Cancel Subscription');
  });

  it('every request has an instance of its own', () => {
    const config = { publicKey: 'your-public-key' };

    expect(Renumerate.getInstance(config)).not.toBe(Renumerate.getInstance(config));
    expect(() => Renumerate.getInstance()).toThrow(/configuration/);
  });

  it('the React button renders as HTML', () => {
    const html = renderToString(
      createElement(
        RenumerateProvider,
        { config: { publicKey: 'your-public-key' } },
        createElement(CancelButton, { sessionId: 'ret_example123' }),
      ),
    );

    expect(html).toBe(
      '<button type="button" class="renumerate-cancel-btn">Cancel Subscription</button>',
    );
  });
});
