import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { catchForms, clearPage, type PostedForm } from './page.js';

let posted: PostedForm[];

beforeEach(() => {
  posted = catchForms();
});

afterEach(clearPage);

it('the global of the script tag talks to the server the script came from', async () => {
  const script = { src: 'https://cancel.example/sdk/0.1.0/renumerate.js' };
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script as HTMLScriptElement);
  const { default: Global } = await import('../src/iife.js');
  new Global({ publicKey: 'your-public-key' }).showRetentionView('ret_1');

  expect(Global.Renumerate).toBe(Global);
  expect(posted[0]?.action).toBe('https://cancel.example/retention');
});
