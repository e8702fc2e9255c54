import { describe, expect, it } from 'vitest';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { noCounts } from '#core/lint/diagnostic';
import { createGuidePage, readPageDetails } from '#core/markdown/page';

const entry = (slug: string): GuideEntry => ({
  path: `guides/${slug}.md`,
  kind: 'guide',
  name: slug.toUpperCase(),
  title: `${slug}の題`,
  slug,
  category: 'care',
  tags: [],
  thumbnail: `/static/img/${slug}.png`,
  counts: noCounts,
  siteState: 'unknown',
});

const vocabulary = { category: [{ id: 'care', label: { ja: '医療・介護', en: 'Care' } }] };

describe('the page around a guide', () => {
  it('shows main image, trail, tags, and related guides in the order of the details', () => {
    const details = {
      hero_image: '/static/img/a_hero.png',
      category: 'care',
      tags: ['看護', '地域'],
      related_jobs: ['b', 'missing', 'a', 'b'],
    };
    expect(createGuidePage(details, [entry('a'), entry('b')], vocabulary)).toEqual({
      hero: '/static/img/a_hero.png',
      breadcrumb: ['ホーム', '医療・介護'],
      tags: ['看護', '地域'],
      related: [
        { slug: 'b', name: 'B', title: 'bの題', thumbnail: '/static/img/b.png' },
        { slug: 'a', name: 'A', title: 'aの題', thumbnail: '/static/img/a.png' },
      ],
    });
  });

  it('shows an unknown category by its id and nothing for values of the wrong kind', () => {
    const details = { category: 'new', tags: 'x', related_jobs: [1, null], hero_image: 7 };
    expect(createGuidePage(details, [], {})).toEqual({
      hero: '',
      breadcrumb: ['ホーム', 'new'],
      tags: [],
      related: [],
    });
  });

  it('[T29] reads no field from a prototype', () => {
    const details = readPageDetails('---json\n{"__proto__": {"category": "evil"}}\n---\n') ?? {};
    expect(createGuidePage(details, [], {}).breadcrumb).toEqual(['ホーム']);
  });

  it('[T26] evaluates no details that would have to be run', () => {
    expect(readPageDetails('---js\n{category: process.exit()}\n---\n')).toBeUndefined();
  });

  it('reads a file without details as an empty page', () => {
    expect(readPageDetails('# only a body\n')).toEqual({});
  });
});
