import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig, readConfig } from '#core/catalog/read-config';
import { readGuideType } from '#core/catalog/read-guide-type';
import { readVocabulary } from '#core/catalog/read-vocabulary';

const sample = (path: string): string =>
  readFileSync(new URL(`../../../content/.shirube/${path}`, import.meta.url), 'utf8');

describe('config.json', () => {
  it('[P7] of the sample is read without findings', () => {
    const { config, diagnostics } = readConfig(sample('config.json'));

    expect(diagnostics).toEqual([]);
    expect(config.guides).toEqual(['guides/**/*.md']);
    expect(config.profile.flavour).toBe('gfm-cjk');
    expect(config.targets[0]).toMatchObject({ id: 'site', static: 'src/static' });
  });

  it('[P7] that is empty means the defaults', () => {
    expect(readConfig('{}')).toEqual({ config: defaultConfig(), diagnostics: [] });
  });

  it('[P5] that is no JSON means the defaults, and says at which line', () => {
    const { config, diagnostics } = readConfig('{\n  "prose": tru\n}');

    expect(config).toEqual(defaultConfig());
    expect(diagnostics[0]).toMatchObject({ code: 'config-syntax', severity: 'error' });
    expect(diagnostics[0]?.message.en).toContain('2');
  });

  it('[P5] takes a pattern for names of images, and says how one is written where it leads elsewhere', () => {
    const read = (imageName: string) => readConfig(JSON.stringify({ static: { imageName } }));
    expect(read('{slug}-{name}_{n}').config.static.imageName).toBe('{slug}-{name}_{n}');
    for (const pattern of ['../{n}', 'a\\\\{n}', '{title}', '']) {
      const { config, diagnostics } = read(pattern);
      expect(config.static.imageName).toBeUndefined();
      expect(diagnostics[0]?.advice?.ja).toContain('{slug}_{n}');
    }
  });

  it('[P5] loses only the setting that is wrong', () => {
    const text =
      '{ "prose": "yes", "rules": { "link-broken": "off", "schema-width": "loud" }, "guides": ["a/*.md"] }';

    const { config, diagnostics } = readConfig(text);

    expect(config).toEqual({
      ...defaultConfig(),
      guides: ['a/*.md'],
      rules: { 'link-broken': 'off' },
    });
    expect(diagnostics.map(({ from, to }) => text.slice(from, to))).toEqual(['"yes"', '"loud"']);
    expect(diagnostics[1]?.advice?.en).toContain('information');
  });

  it('[P5] suggests a name for a setting that does not exist', () => {
    const [finding] = readConfig('{ "guide": ["a"] }').diagnostics;

    expect(finding).toMatchObject({ code: 'config-unknown', from: 2, to: 9 });
    expect(finding?.advice?.en).toContain('guides');
  });

  it.each([
    '{ "guides": ["../**/*.md"] }',
    '{ "guides": ["/etc/*.md"] }',
    '{ "static": { "folder": "../out" } }',
    '{ "static": { "folder": "C:/out" } }',
    '{ "export": { "targets": [{ "id": "x", "guides": "a/../../b" }] } }',
  ])('[P10] cannot lead out of the workspace: %s', (text) => {
    const { config, diagnostics } = readConfig(text);

    expect(config).toEqual(defaultConfig());
    expect(diagnostics).toHaveLength(1);
  });
});

describe('vocabulary.json', () => {
  it('[P7] of the sample is read without findings', () => {
    const { vocabulary, diagnostics } = readVocabulary(sample('vocabulary.json'));

    expect(diagnostics).toEqual([]);
    expect(vocabulary['category']?.[0]?.label.ja).toBe('クラウド・インフラ');
  });

  it('[P5] leaves out the terms that cannot be read', () => {
    const { vocabulary, diagnostics } = readVocabulary('{ "tags": ["医療", 3, { "id": "x" }] }');

    expect(vocabulary['tags']?.map(({ id }) => id)).toEqual(['医療', 'x']);
    expect(diagnostics).toHaveLength(1);
  });

  it('[T29] gives a list called __proto__ no meaning', () => {
    readVocabulary('{ "__proto__": [{ "id": "x" }] }');

    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a guide type', () => {
  it.each(['job-guide', 'certificate-guide'])('[P7] of the sample is read: %s', (name) => {
    const { type, diagnostics } = readGuideType(sample(`types/${name}.json`), name);

    expect(diagnostics).toEqual([]);
    expect(type?.sections.length).toBeGreaterThan(5);
  });

  it('[P5] without an H1 is not used, and the finding says what is missing', () => {
    const { type, diagnostics } = readGuideType('{ "label": "型" }', 'x');

    expect(type).toBeUndefined();
    expect(diagnostics[0]?.pointer).toBe('/h1');
  });

  it('[P10] cannot place guides outside the workspace', () => {
    expect(
      readGuideType('{ "label": "型", "h1": "{name}", "folder": "../x" }', 'x').type,
    ).toBeUndefined();
  });
});
