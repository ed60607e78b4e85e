import { afterEach, describe, expect, it } from 'vitest';
import { rememberScript, resolveOrigin } from '../src/origin.js';
import { keyFor } from './page.js';

afterEach(() => rememberScript(undefined));

describe('the server is found', () => {
  it.each([
    [
      'by baseUrl before the key',
      'https://a.example/path',
      keyFor('https://b.example'),
      'https://a.example',
    ],
    ['by the key', undefined, keyFor('https://b.example:8443'), 'https://b.example:8443'],
    [
      'by a live key',
      undefined,
      keyFor('https://b.example').replace('test', 'live'),
      'https://b.example',
    ],
    ['on loopback by name', 'http://localhost:4321', '', 'http://localhost:4321'],
    ['on loopback by number', 'http://127.0.0.1:4321', '', 'http://127.0.0.1:4321'],
    ['on loopback by IPv6', 'http://[::1]:4321', '', 'http://[::1]:4321'],
    [
      'by the script when the key is opaque',
      undefined,
      'your-public-key',
      'https://script.example',
    ],
  ])('%s', (_case, baseUrl, publicKey, expected) => {
    rememberScript('https://script.example/sdk/0.1.0/renumerate.js');

    expect(resolveOrigin({ publicKey, baseUrl })).toBe(expected);
  });
});

describe('the server is refused', () => {
  it.each([
    ['http elsewhere', 'http://a.example', ''],
    ['http on a name that only begins like loopback', 'http://localhost.a.example', ''],
    ['http named by the key', undefined, keyFor('http://a.example')],
    ['another scheme', 'javascript:alert(1)', ''],
    ['not a URL', 'a.example', ''],
    ['nothing known', undefined, 'your-public-key'],
    ['a key of other base64', undefined, 'pk_test_YWJjZGVm'],
    ['a key without its server', undefined, 'pk_test_'],
    ['no key at all', undefined, undefined as unknown as string],
  ])('%s', (_case, baseUrl, publicKey) => {
    expect(() => resolveOrigin({ publicKey, baseUrl })).toThrow(/^Renumerate: .*baseUrl/);
  });
});
