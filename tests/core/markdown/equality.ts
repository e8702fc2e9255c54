import type { Root } from 'hast';
import type { SiteProfile } from '#core/catalog/workspace-config';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer, type Renderer } from '#core/markdown/renderer';
import { createComposedPage } from './composed-page.ts';

/** Every flavour as sites use it: plain, and with all that a profile can ask for. */
export const profiles: readonly SiteProfile[] = (['commonmark', 'gfm', 'gfm-cjk'] as const).flatMap(
  (flavour) => [{ flavour }, { flavour, breaks: true, html: 'sanitise' as const }],
);

/** A profile in the title of a test. */
export function nameOf({ flavour, html }: SiteProfile): string {
  return html === 'sanitise' ? `${flavour}, line breaks, raw HTML` : flavour;
}

/**
 * A page of the whole text; `undefined` for the few texts that trip an assertion of the parser, which
 * only its development build, used by vitest, makes.
 */
export function tryWhole(renderer: Renderer, text: string): Root | undefined {
  try {
    return renderer.render(text).root;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_ASSERTION')
      return undefined;
    throw error;
  }
}

/** Answers, for one text after another, with the page that a viewer has after the patches. */
export function createViewer(profile: SiteProfile): (text: string) => Root {
  // One for all texts: making one costs more than rendering an example.
  const renderer = createIncrementalRenderer(profile);
  const page = createComposedPage();
  return (text) => {
    renderer.reset(text);
    page.apply(renderer.render());
    return page.root();
  };
}

/** Those of the texts whose page in pieces is another than the page of the whole. */
export function differing(texts: readonly string[], profile: SiteProfile): readonly string[] {
  const whole = createRenderer(profile);
  const view = createViewer(profile);
  return texts.filter((text) => {
    const expected = tryWhole(whole, text);
    // As strings, since comparing trees takes several times longer.
    return expected && JSON.stringify(view(text)) !== JSON.stringify(expected);
  });
}

/** Each text with the next one, directly and as chapters. */
export function pairsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => {
    const next = texts[(index + 1) % texts.length] ?? '';
    return [`${text}\n${next}`, `${next}\n\n# 間\n\n${text}\n## 次\n`];
  });
}

/** Those of the texts after which a heading is a heading: no fence, comment or element is open. */
export function closedOf(texts: readonly string[], profile: SiteProfile): readonly string[] {
  const whole = createRenderer(profile);
  return texts.filter((text) => {
    const page = tryWhole(whole, `${text}\n\n# 終わり\n`);
    const last = page?.children.findLast(
      (node) => node.type === 'element' && node.tagName !== 'section',
    );
    return last?.type === 'element' && last.tagName === 'h1';
  });
}
