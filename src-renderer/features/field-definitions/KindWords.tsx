import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { FieldEvidence } from '#core/schema/schema-proposal';
import { useText } from '../../stores/use-text.ts';
import { kindOf } from './evidence-words.ts';

/** What kind of value a field holds, in a few words. */
export function KindWords({ evidence }: { readonly evidence: FieldEvidence }) {
  const text = useText(fieldDefinitionsMessages);
  const { key, items } = kindOf(evidence);
  return text(key, items === undefined ? {} : { items: text(items) });
}
