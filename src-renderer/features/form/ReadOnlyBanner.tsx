import { useEffect, useRef } from 'react';
import { formMessages } from '#core/messages/form';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusField } from './focus-field.ts';
import { ForeignBanner } from './ForeignBanner.tsx';
import { useForm } from './form-context.ts';

interface ReadOnlyBannerProps {
  /** The file itself cannot be changed. */
  readonly readOnly: boolean;
  readonly onShowInSource: (pointer: string, offset?: number) => void;
}

/** Why the fields cannot be changed, if they cannot: where the JSON breaks, another language, or a read-only file. */
export function ReadOnlyBanner({ readOnly, onShowInSource }: ReadOnlyBannerProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const { parsed, editable } = useForm();
  const converted = useRef<Element | null>(null);
  // The button that was pressed is gone: the focus goes on to the first field that it has opened.
  useEffect(() => {
    const form = converted.current;
    const first = form?.querySelector<HTMLElement>('[data-pointer]')?.dataset['pointer'];
    if (!editable || !form) return;
    converted.current = null;
    if (first !== undefined) focusField(form, first);
  }, [editable]);
  const { kind, language } = parsed.parts;
  const [problem] = parsed.diagnostics.filter(
    ({ code }) => code === 'json-syntax' || code === 'front-matter-syntax',
  );
  const toSource = (offset: number) => (
    <Button size="small" icon="text" onPress={() => onShowInSource('', offset)}>
      {text('showInSource')}
    </Button>
  );
  if (kind === 'refused') {
    return (
      <Banner tone="error" actions={toSource(0)}>
        {text('refused', { language: `---${language.slice(0, 40)}` })}
      </Banner>
    );
  }
  if (problem) {
    return (
      <Banner tone="error" actions={toSource(problem.from)}>
        {text('broken', { problem: localized(problem.message) })}
      </Banner>
    );
  }
  if (kind === 'yaml' || kind === 'toml') {
    return (
      <ForeignBanner
        language={kind.toUpperCase()}
        readOnly={readOnly}
        onConverted={(form) => (converted.current = form)}
        onOpenSource={() => onShowInSource('')}
      />
    );
  }
  return readOnly ? <Banner tone="info">{text('readOnly')}</Banner> : null;
}
