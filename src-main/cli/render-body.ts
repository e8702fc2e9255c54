import type { SiteProfile } from '#core/catalog/workspace-config';
import { splitGuide } from '#core/document/guide-parts';
import { publishedHtml } from '#core/markdown/body-html';
import { maxBodyLength } from '#core/markdown/depth';
import { textOf } from '#core/markdown/heading-ids';
import type { OutlineEntry } from '#core/markdown/page-patch';
import { createRenderer, type RenderProblem } from '#core/markdown/renderer';
import { specificationHtml } from '#core/markdown/specification-html';

/** A body as HTML, or why there is none. */
export type RenderedGuide =
  | { readonly html: string; readonly outline: readonly OutlineEntry[] }
  | { readonly problem: RenderProblem };

/** Turns the text of a file, guide details included, into the HTML of its body. */
export type BodyRenderer = (text: string) => RenderedGuide;

/** What the CommonMark specification asks for; only `---json` counts as guide details. */
export function renderSpecification(text: string): RenderedGuide {
  const { kind, bodyFrom } = splitGuide(text);
  const body = kind === 'json' ? text.slice(bodyFrom) : text;
  if (body.length > maxBodyLength) return { problem: 'too-long' };
  try {
    return { html: specificationHtml(body), outline: [] };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'too-deep' };
    throw error;
  }
}

/** What the preview of a site shows. */
export function createBodyRenderer(profile: SiteProfile): BodyRenderer {
  const renderer = createRenderer(profile);
  return (text) => {
    const { root, problem } = renderer.render(text.slice(splitGuide(text).bodyFrom));
    if (problem !== undefined) return { problem };
    const outline = root.children.flatMap((node): OutlineEntry[] => {
      if (node.type !== 'element' || node.tagName !== 'h2') return [];
      const { id } = node.properties;
      return [{ text: textOf(node), id: typeof id === 'string' ? id : '' }];
    });
    const html = publishedHtml(root.children);
    return { html: html === '' ? '' : `${html}\n`, outline };
  };
}
