import { isSameJson } from '#core/document/json-data';
import { parseGuide } from '#core/document/parse-guide';
import { exportMessages } from '#core/messages/export';
import { type Localized, localize } from '#core/messages/messages';
import { readAsSite } from '../files/read-as-site.ts';

const decoder = new TextDecoder('utf-8');

/** Why a guide may not be exported: its site would read other details than we checked. */
export function siteReadingProblem(bytes: Uint8Array): Localized | undefined {
  const text = decoder.decode(bytes);
  const site = readAsSite(text);
  if (site.ok && isSameJson(parseGuide(text).data, site.data)) return undefined;
  return localize(exportMessages, 'reasonSiteReads');
}
