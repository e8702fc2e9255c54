import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';

/** Colours by the name of their variable, for readers who prefer the light and the dark. */
function readColours(file: string): Record<'light' | 'dark', Map<string, string>> {
  const root = postcss.parse(
    readFileSync(resolve(import.meta.dirname, '../../../src-renderer', file), 'utf8'),
  );
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  root.walkDecls(/^--/, (declaration) => {
    const around = declaration.parent?.parent;
    const isDark = around?.type === 'atrule' && 'params' in around && /dark/.test(around.params);
    (isDark ? dark : light).set(declaration.prop, declaration.value);
  });
  return { light, dark: new Map([...light, ...dark]) };
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const pairs: readonly (readonly [string, string])[] = [
  ...['text', 'soft', 'quiet', 'link'].map((name) => [`--site-${name}`, '--site-ground'] as const),
  ...['text', 'soft', 'tag'].map((name) => [`--site-${name}`, '--site-tint'] as const),
  ...['text', 'quiet'].map((name) => [`--site-${name}`, '--site-code'] as const),
  ...['word', 'text', 'note', 'number', 'name'].map(
    (name) => [`--code-${name}`, '--site-pre'] as const,
  ),
];

describe.each(['light', 'dark'] as const)('the default page in %s colours', (scheme) => {
  const page = readColours('preview-page.css')[scheme];
  const marks = readColours('preview-marks.css')[scheme];
  const of = (colours: Map<string, string>, name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(name);
    return colour;
  };

  it.each(pairs)('[P9] %s can be read on %s', (text, ground) => {
    expect(contrast(of(page, text), of(page, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('[P9] what the window adds can be read and seen', () => {
    const on = (name: string, ground: string) => contrast(of(marks, name), ground);
    const noteGround = of(marks, '--shirube-note-ground');
    expect(on('--shirube-note', noteGround)).toBeGreaterThanOrEqual(4.5);
    expect(on('--shirube-empty', of(marks, '--shirube-empty-ground'))).toBeGreaterThanOrEqual(4.5);
    for (const mark of ['error', 'warning', 'current']) {
      expect(on(`--shirube-${mark}`, of(page, '--site-ground'))).toBeGreaterThanOrEqual(3);
    }
  });
});
