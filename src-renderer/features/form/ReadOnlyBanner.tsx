import { formMessages } from '#core/messages/form';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
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
  const { parsed } = useForm();
  const { kind, language } = parsed.parts;
  const [problem] = parsed.diagnostics.filter(
    ({ code }) => code === 'json-syntax' || code === 'front-matter-syntax',
  );
  const toSource = (label: 'showInSource' | 'openSource', offset?: number) => (
    <Button size="small" icon="text" onPress={() => onShowInSource('', offset)}>
      {text(label)}
    </Button>
  );
  if (kind === 'refused') {
    return (
      <Banner tone="error" actions={toSource('showInSource', 0)}>
        {text('refused', { language: `---${language.slice(0, 40)}` })}
      </Banner>
    );
  }
  if (problem) {
    return (
      <Banner tone="error" actions={toSource('showInSource', problem.from)}>
        {text('broken', { problem: localized(problem.message) })}
      </Banner>
    );
  }
  if (kind === 'yaml' || kind === 'toml') {
    return (
      <Banner tone="info" actions={toSource('openSource')}>
        {text('notJson', { language: kind.toUpperCase() })}
      </Banner>
    );
  }
  return readOnly ? <Banner tone="info">{text('readOnly')}</Banner> : null;
}
