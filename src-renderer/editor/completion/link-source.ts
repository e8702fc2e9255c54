import { fold } from '#core/text/fold';
import { editorContext } from '../editor-context.ts';
import { guidePath } from '../guide-knowledge.ts';
import { guideOfPage, splitAddress } from '../link-target.ts';
import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';
import { addressOf, escapeAddress, linkStyleOf } from './guide-address.ts';
import { findableGuides } from './guide-options.ts';
import { imageOptions } from './image-options.ts';
import { type LinkPlace, linkPlace } from './link-place.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

/** What a writer types of an address to find a guide: the name in it, whatever stands around it. */
function nameIn(query: string): string {
  return query
    .replace(/^(?:\.{0,2}\/)*(?:guides\/)?/, '')
    .replace(/(?:\.(?:md|markdown|html))?\/?$/i, '');
}

/** An id as a link writes it: letters of any script as they are, what would end the address escaped. */
function escapeId(id: string): string {
  return id.replace(/[\s()<>%]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 128 ? `%${code.toString(16).padStart(2, '0')}` : encodeURIComponent(char);
  });
}

function guides({ state }: BodyPlace, place: LinkPlace): readonly Option[] {
  const { knowledge } = state.facet(editorContext);
  const path = state.facet(guidePath);
  const style = /^\.{1,2}\//.test(place.query) ? './path' : linkStyleOf(state.doc, path);
  const name = nameIn(place.query);
  return findOptions(
    findableGuides(knowledge.entries()),
    name,
    ({ entry }) => entry.path !== path,
  ).map(({ entry }) => {
    const address = addressOf(entry, style, path);
    return {
      kind: 'guide',
      label: entry.name,
      detail: entry.title,
      aside: address,
      insert: address + place.closing,
      match: matchedRanges(entry.name, name),
    };
  });
}

async function headings({ state }: BodyPlace, place: LinkPlace): Promise<Found | undefined> {
  const { knowledge } = state.facet(editorContext);
  const path = state.facet(guidePath);
  const { page } = splitAddress(place.query);
  const guide = guideOfPage(page, path, knowledge);
  if (!guide) return undefined;
  const sign = place.query.indexOf('#') + 1;
  const query = place.query.slice(sign);
  const all = (await knowledge.headingsOf(guide.path)).map((heading) => ({
    heading,
    texts: [fold(heading.text), fold(heading.id)],
  }));
  const options = findOptions(all, query).map(({ heading: { id, text, level } }): Option => ({
    kind: 'heading',
    label: text,
    aside: '#'.repeat(level),
    insert: escapeId(id) + place.closing,
    match: matchedRanges(text, query),
  }));
  return { from: place.from + sign, to: place.to, options };
}

/** Where a link can lead: guides, and after `#` the headings of the guide that is named before it; images for an image. */
export async function completeLink(body: BodyPlace): Promise<Found | undefined> {
  const place = linkPlace(body);
  if (!place) return undefined;
  const { from, to, query, closing } = place;
  const { knowledge } = body.state.facet(editorContext);
  if (place.isImage) {
    const images = await knowledge.images();
    const path = body.state.facet(guidePath);
    const write = (sitePath: string): string => escapeAddress(sitePath) + closing;
    return { from, to, options: imageOptions(images, query, path, write) };
  }
  if (query.includes('#')) return headings(body, place);
  if (/^[a-z][a-z0-9+.-]*:/i.test(query)) return undefined;
  return { from, to, options: guides(body, place) };
}
