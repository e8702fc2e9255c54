import { describe, expect, it } from 'vitest';
import { imageAddress } from '../../../src-renderer/features/preview/image-address.ts';
import { linkTarget } from '../../../src-renderer/features/preview/page-links.ts';
import { frameSize } from '../../../src-renderer/features/preview/use-frame-size.ts';

describe('a link of the page', () => {
  it.each([
    ['#見出し', { kind: 'anchor', id: '見出し' }],
    ['#%E8%A6%8B', { kind: 'anchor', id: '見' }],
    ['#%', { kind: 'anchor', id: '%' }],
    ['https://example.com/a', { kind: 'external', url: 'https://example.com/a' }],
    ['mailto:a@example.com', { kind: 'external', url: 'mailto:a@example.com' }],
    ['//example.com/a', { kind: 'external', url: 'https://example.com/a' }],
    ['/guides/nurse', { kind: 'guide', slug: 'nurse' }],
    ['/guides/nurse/?x#y', { kind: 'guide', slug: 'nurse', id: 'y' }],
    ['/guides/nurse#%E8%A6%8B', { kind: 'guide', slug: 'nurse', id: '見' }],
    ['nurse.md#', { kind: 'guide', slug: 'nurse' }],
    ['nurse.md', { kind: 'guide', slug: 'nurse' }],
    ['../guides/nurse.html#x', { kind: 'guide', slug: 'nurse', id: 'x' }],
    ['/guides/unknown', { kind: 'none' }],
    ['javascript:alert(1)', { kind: 'none' }],
    ['file:///etc/passwd', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('[T39] to %s is %j', (href, expected) => {
    expect(linkTarget(href, (slug) => slug === 'nurse')).toEqual(expected);
  });
});

describe('the address of an image', () => {
  const place = { workspaceId: 'w1', guidePath: 'guides/看護 師.md', staticPath: '/static' };

  it.each([
    ['/static/img/a.png', 'site://w1/static/img/a.png'],
    ['../static/img/a.png', 'site://w1/static/img/a.png'],
    ['/static/img/%E7%9C%8B.png', 'site://w1/static/img/%E7%9C%8B.png'],
    ['/static/../guides/a.md', undefined],
    ['/other/a.png', undefined],
    ['img/a.png', undefined],
    ['//w1/static/a.png', 'site://w1/static/a.png'],
    ['//other/static/a.png', undefined],
    ['site://other/static/a.png', undefined],
    ['https://example.com/static/a.png', undefined],
    ['file:///static/a.png', undefined],
  ])('[T15] [T17] for %s is %s', (path, expected) => {
    expect(imageAddress(path, place)).toBe(expected);
  });
});

describe('the frame', () => {
  it('is a phone of 390 pixels, narrower on a narrow desk', () => {
    expect(frameSize('phone', { width: 472, height: 700 })).toEqual({
      width: 390,
      height: 700,
      scale: 1,
    });
    expect(frameSize('phone', { width: 375, height: 700 }).width).toBe(375);
  });

  it('is a desktop of 1200 pixels, scaled to the desk', () => {
    expect(frameSize('desktop', { width: 624, height: 700 })).toEqual({
      width: 1200,
      height: 1400,
      scale: 0.5,
    });
    expect(frameSize('desktop', { width: 2000, height: 700 }).scale).toBe(1);
  });
});
