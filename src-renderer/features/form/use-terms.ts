import { useMemo } from 'react';
import type { FieldModel } from '#core/schema/field-model';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useForm } from './form-context.ts';
import { type Term, termsFor } from './vocabulary-model.ts';

/** The words that complete a field; made anew only when the vocabulary or its counts are. */
export function useTerms(field: FieldModel): readonly Term[] {
  const { vocabulary, uses } = useForm();
  const locale = useSettingsStore((state) => state.locale);
  return useMemo(
    () => termsFor(field, vocabulary, uses, locale),
    [field, vocabulary, uses, locale],
  );
}
