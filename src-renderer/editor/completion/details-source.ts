import type { EditorState } from '@codemirror/state';
import { editorContext } from '../editor-context.ts';
import { guidePath } from '../guide-knowledge.ts';
import { detailsPlace, inQuotes } from './details-place.ts';
import { enumOptions } from './enum-source.ts';
import { imageOptions } from './image-options.ts';
import type { Found } from './found.ts';
import { relationOptions } from './relation-source.ts';
import { vocabularyOptions } from './vocabulary-source.ts';

/** What the value of the guide details at the caret can become; by its field: guides, words, images, allowed values. */
export async function completeDetails(state: EditorState, at: number): Promise<Found | undefined> {
  const { knowledge, locale } = state.facet(editorContext);
  const place = detailsPlace(state, at, knowledge.fields());
  if (!place) return undefined;
  const { field, from, to, query } = place;
  const path = state.facet(guidePath);
  const found = (options: Found['options']): Found => ({ from, to, options });
  if (field.relation) return found(relationOptions(place, knowledge, path));
  if (field.enum) return found(enumOptions(place, locale));
  if (field.widget === 'image' || field.sitePath?.kind === 'image') {
    const images = await knowledge.images();
    return found(imageOptions(images, query, path, (sitePath) => inQuotes(place, sitePath)));
  }
  if (field.vocabulary !== undefined || field.widget === 'chips' || field.widget === 'category') {
    return found(await vocabularyOptions(place, knowledge, locale));
  }
  return undefined;
}
