import { readGuideLink } from './guide-link.ts';
import type { GuideRecord, Reference } from './guide-record.ts';

/** The places in a guide that name another one, in the order of the text: related guides and links. */
export function referencesTo(record: GuideRecord, target: GuideRecord): readonly Reference[] {
  const relations = record.relations.filter(
    ({ field, value }) => Object.hasOwn(target.keys, field) && target.keys[field]?.value === value,
  );
  const links = record.links.filter(({ value }) => {
    const link = readGuideLink(value, record.path);
    if (link?.kind === 'path') return link.path === target.path;
    return link !== undefined && target.slug !== '' && link.slug === target.slug;
  });
  return [...relations, ...links].sort((a, b) => a.from - b.from);
}
