import type { Root } from 'hast';
import type { SiteProfile } from '../catalog/workspace-config.ts';
import { isTooDeep, maxBodyLength } from './depth.ts';
import { finishPage } from './finish-page.ts';
import { headingIds, headingsOf, withHeadingIds } from './heading-ids.ts';
import { breakLines } from './line-breaks.ts';
import { createPageBuilder } from './page-builder.ts';
import { parseMarkdown } from './parse.ts';

/** Why a text, or one section of it, is not shown: nested too deep, or too long. */
export type RenderProblem = 'too-deep' | 'too-long';

/** A rendered body; with a `problem`, `root` is empty. */
export interface RenderedBody {
  readonly root: Root;
  readonly problem: RenderProblem | undefined;
}

/** Renders bodies as one site does. */
export interface Renderer {
  /** Renders a whole body at once; never throws on content. */
  render(text: string): RenderedBody;
}

function nothing(problem: RenderProblem): RenderedBody {
  return { root: { type: 'root', children: [] }, problem };
}

/** The renderer of a site profile; the page is a tree (hast), never a string of HTML. */
export function createRenderer(profile: SiteProfile): Renderer {
  const builder = createPageBuilder(profile.html ?? 'drop');
  return {
    render(text) {
      if (text.length > maxBodyLength) return nothing('too-long');
      if (isTooDeep(text)) return nothing('too-deep');
      try {
        const tree = parseMarkdown(text, profile.flavour);
        if (profile.breaks === true) breakLines(tree);
        const root = finishPage(builder.build(tree));
        if (profile.headingIds === false) return { root, problem: undefined };
        const headings = headingsOf(root);
        return { root: withHeadingIds(root, headings, headingIds(headings)), problem: undefined };
      } catch (error) {
        // A nest that the check above does not know overflows the stack; anything else is a bug.
        if (error instanceof RangeError) return nothing('too-deep');
        throw error;
      }
    },
  };
}
