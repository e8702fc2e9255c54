import { describe, expect, it } from 'vitest';
import { isTrustedSender, mayLoad, mayNavigate } from '../../../src-main/security/origin.ts';

describe('isTrustedSender', () => {
  it('[T43] trusts the top frame of the window at our origin only', () => {
    expect(isTrustedSender({ url: 'app://ui/index.html', parent: null })).toBe(true);
    expect(isTrustedSender({ url: 'app://ui/index.html?x#y', parent: null })).toBe(true);
    expect(isTrustedSender({ url: 'app://ui/preview.html', parent: {} })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
    expect(isTrustedSender(undefined)).toBe(false);
  });

  it.each([
    ...['', 'about:blank', 'about:srcdoc', 'app://ui.evil/index.html', 'app://evil/index.html'],
    ...[
      'https://ui/index.html',
      'site://ui/index.html',
      'app:ui',
      'app:///index.html',
      'data:text/html,x',
    ],
    ...[
      'file:///app://ui/',
      'https://app://ui/',
      'app://ui@evil/',
      'app://x@ui/',
      'javascript:app://ui/',
    ],
  ])('[T43] refuses a top frame at %j', (url) => {
    expect(isTrustedSender({ url, parent: null })).toBe(false);
  });
});

describe('mayNavigate', () => {
  it('[T42] lets the page reload itself and the frame show the preview', () => {
    expect(mayNavigate('app://ui/index.html', true)).toBe(true);
    expect(mayNavigate('app://ui/preview.html', false)).toBe(true);
  });

  it.each([
    'https://a.test',
    'app://ui/preview.html',
    'site://x/a.svg',
    'file:///',
    'about:blank',
    '',
  ])('[T11][T42] keeps the page from %j', (url) => expect(mayNavigate(url, true)).toBe(false));

  it.each([
    'https://a.test',
    'app://ui/index.html',
    'site://x/a.svg',
    'about:srcdoc',
    'data:text/html,x',
  ])('[T42] keeps a frame from %j', (url) => expect(mayNavigate(url, false)).toBe(false));
});

describe('mayLoad', () => {
  it.each([
    'https://a.test/x.png',
    'http://127.0.0.1',
    'ws://a.test',
    'file:///etc/passwd',
    'app://uix/',
  ])('[T14][T16] never loads %s', (url) => expect(mayLoad(url)).toBe(false));

  it('loads its own files and the images of workspaces', () => {
    expect(mayLoad('app://ui/assets/index.js')).toBe(true);
    expect(mayLoad('site://0123abcd/static/a.png')).toBe(true);
    expect(mayLoad('data:image/png;base64,x')).toBe(true);
  });
});
