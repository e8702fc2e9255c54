import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, type UrlKind } from '../../../src-core/text/classify-url.ts';

const vectors: Record<UrlKind, readonly string[]> = {
  site: [
    '/',
    '/static/img/nurse.png',
    '/guides/nurse/',
    '/画像/看護.png',
    '/a?x=1#y',
    '/a:b',
    '/a..b/c',
  ],
  'guide-link': [
    'nurse.md',
    './nurse.md',
    '../guides/nurse.md',
    'a/b:c',
    '?x',
    '看護師.md',
    'a%20b.md',
  ],
  anchor: ['#', '#1️⃣-仕事', '#user-content-x', '#javascript:alert(1)'],
  external: [
    ...[
      'https://example.test',
      'http://example.test/',
      'HTTPS://EXAMPLE.TEST/a',
      'https://例え.テスト/道',
    ],
    ...[
      'https://example.test:8080/a?b=c#d',
      'http://127.0.0.1/',
      'http://[::1]:80/',
      'https://a.test?x',
    ],
  ],
  mail: ['mailto:a@example.test', 'MAILTO:a@example.test?subject=%E4%BB%B6'],
  refused: [
    // [T05] schemes that run, plain and cut in pieces
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'java\tscript:alert(1)'],
    ...[
      'java\nscript:alert(1)',
      'java\rscript:x',
      '\u0001javascript:x',
      ' javascript:x',
      'javascript:x ',
    ],
    ...['java\0script:x', 'javascript&colon;alert(1)', 'javascript&#58;x', '&#106;avascript:x'],
    ...[
      '%6aavascript:x',
      'javascript%3ax',
      '\u00a0javascript:x',
      '\ufeffjavascript:x',
      'feed:javascript:x',
    ],
    ...[
      'view-source:https://a.test',
      'data:text/html,<script>',
      'DATA:image/svg+xml,x',
      'blob:https://a.test/x',
    ],
    // [T15] names of other machines
    ...[
      '//evil/x.png',
      '\\\\evil\\share\\x.png',
      '/\\evil/x.png',
      '\\/evil/x',
      '///evil/x',
      '////evil',
    ],
    ...[
      '/static\\..\\x',
      'file://evil/share',
      'smb://evil/share',
      '\\\\?\\UNC\\evil\\x',
      'a\\b.png',
    ],
    // [T16] this machine
    ...[
      'file:///etc/passwd',
      'FILE:/etc/passwd',
      'file:\\\\\\App',
      'c:/windows/x',
      'C:\\x',
      'site://id/x',
    ],
    ...['app://ui/index.html', 'chrome://version', 'about:blank', 'filesystem:http://a.test/x'],
    // [T39] programs of this machine
    ...[
      'ms-msdt:/id',
      'ms-officecmd:{}',
      'vscode://file/x',
      'search-ms:query=x',
      'ldap://a.test',
      'tel:1',
    ],
    ...[
      'ftp://a.test/x',
      'ws://a.test',
      'intent://x#Intent;end',
      'shell:startup',
      'x-apple.systempreferences:',
    ],
    // addresses that two programs read differently
    ...[
      'http:/a.test',
      'https:a.test',
      'http://',
      'https:///a.test',
      'https://@a.test',
      'https://a@b.test/',
    ],
    ...[
      'https://good.test@evil.test',
      'https://a b.test',
      'http://a.test\\@evil',
      'https://a%2eb.test',
    ],
    ...[
      'https://a.test\u202egnp.exe',
      'https://a\u200b.test',
      'http://a.test:port/',
      'http://[x]/',
    ],
    ...['mailto:', 'mailto:a', 'mailto:a@b:c', 'mailto://a@b', 'mailto:a@b.test\r\nbcc:c@d.test'],
    // [T17] out of the folder
    ...[
      '',
      '/..',
      '/../x',
      '/static/../../x',
      '/%2e%2e/x',
      '/.%2E/x',
      '/static/%2e%2e%2fx',
      '/a%5c..%5cx',
    ],
    ...['/a%00.png', '/./x', 'a%2fb', '..%2f..%2fx', '..%5cx', 'a%00b', ':x', '/a\u2028b'],
  ],
};

describe('classify', () => {
  it('[T05][T15][T16][T39] is tried with at least 60 hostile URLs', () => {
    expect(new Set(vectors.refused).size).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(vectors).flatMap(([kind, urls]) => urls.map((url) => ({ kind, url }))))(
    '[T05][T15][T16][T17][T39] $kind: $url',
    ({ kind, url }) => {
      expect(classify(url)).toBe(kind);
    },
  );

  it('[T05] what it lets out of the application means the same to the URL parser', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'http',
        'https',
        'mailto',
        'javascript',
        ':',
        '/',
        '//',
        '\\',
        '@',
        '.',
        '%',
        '#',
        '?',
      ),
      fc.constantFrom(
        'a.test',
        '\t',
        ' ',
        '\0',
        '[',
        ']',
        '::1',
        '&colon;',
        '\u202e',
        'data:',
        'file:',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = pieces.join('');
        const kind = classify(url);
        const parsed = tryParse(url);
        if (kind === 'external') {
          return (
            parsed === undefined || (/^https?:$/.test(parsed.protocol) && parsed.username === '')
          );
        }
        if (kind === 'mail') return parsed === undefined || parsed.protocol === 'mailto:';
        if (kind === 'site' || kind === 'guide-link' || kind === 'anchor') {
          return parsed?.protocol === 'site:' && parsed.host === 'workspace';
        }
        return true;
      }),
      { numRuns: 20_000 },
    );
  });
});

function tryParse(url: string): URL | undefined {
  try {
    return new URL(url, 'site://workspace/guides/');
  } catch {
    return undefined;
  }
}
