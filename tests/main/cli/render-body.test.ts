import { describe, expect, it } from 'vitest';
import { createBodyRenderer, renderSpecification } from '../../../src-main/cli/render-body.ts';
import { specificationExamples } from '../../core/markdown/specification.ts';

describe('the HTML of the CommonMark specification', () => {
  it('[P4] is that of all 652 examples, byte for byte', () => {
    const wrong = specificationExamples.filter(({ markdown, html }) => {
      const rendered = renderSpecification(markdown);
      return !('html' in rendered) || rendered.html !== html;
    });
    expect(wrong).toEqual([]);
    expect(specificationExamples).toHaveLength(652);
  });

  it.each([
    ['---json\n{"a": 1}\n---\n# x\n', '<h1>x</h1>\n'],
    ['---\na: b\n---\n', '<hr />\n<h2>a: b</h2>\n'],
    ['+++\na = 1\n+++\n', '<p>+++\na = 1\n+++</p>\n'],
    ['---js\nprocess.exit()\n---\n', '<h2>---js\nprocess.exit()</h2>\n'],
    ['| a |\n|---|\n\n<script>1</script>\n', '<p>| a |\n|---|</p>\n<script>1</script>\n'],
    [
      '[x](javascript:1) <b onclick="y">z</b>\n',
      '<p><a href="javascript:1">x</a> <b onclick="y">z</b></p>\n',
    ],
  ])('[T26] takes only ---json for guide details and adds nothing: %j', (text, html) => {
    expect(renderSpecification(text)).toMatchObject({ html });
  });
});

describe('the HTML of a site', () => {
  it.each([
    [{ flavour: 'gfm' }, 'a\nb', '<p>a\nb</p>\n'],
    [{ flavour: 'gfm', breaks: true }, 'a\nb', '<p>a<br>\nb</p>\n'],
    [{ flavour: 'gfm' }, '**「a」**b', '<p>**「a」**b</p>\n'],
    [{ flavour: 'gfm-cjk' }, '**「a」**b', '<p><strong>「a」</strong>b</p>\n'],
    [{ flavour: 'gfm' }, '## x', '<h2 id="user-content-x">x</h2>\n'],
    [{ flavour: 'gfm', headingIds: false }, '## x', '<h2>x</h2>\n'],
    [{ flavour: 'gfm' }, 'a <kbd onclick="x">b</kbd>', '<p>a b</p>\n'],
    [
      { flavour: 'gfm', html: 'sanitise' },
      'a <kbd onclick="x" style="y">b</kbd>',
      '<p>a <kbd>b</kbd></p>\n',
    ],
    [
      { flavour: 'gfm', html: 'sanitise' },
      '<div></div><kbd>a</kbd> <kbd>b</kbd>\n\n# c\n',
      '<div></div>\n<kbd>a</kbd> <kbd>b</kbd>\n<h1 id="user-content-c">c</h1>\n',
    ],
    [{ flavour: 'commonmark' }, '~~a~~', '<p>~~a~~</p>\n'],
  ] as const)('[P4] follows the profile %j', (profile, text, html) => {
    expect(createBodyRenderer(profile)(text)).toMatchObject({ html });
  });
});
