import { useMemo, useRef, useState } from 'react';
import { convertToJson } from '#core/document/convert-details';
import { convertMessages } from '#core/messages/convert';
import { formMessages } from '#core/messages/form';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import { useForm } from './form-context.ts';

interface ForeignBannerProps {
  /** How the details are written, such as `YAML`. */
  readonly language: string;
  /** The file itself cannot be changed. */
  readonly readOnly: boolean;
  /** The details are JSON now; `form` is the element around the fields. */
  readonly onConverted: (form: Element | null) => void;
  readonly onOpenSource: () => void;
}

/** Says that the details are YAML or TOML, and offers to make them JSON so that the fields can be changed. */
export function ForeignBanner({
  language,
  readOnly,
  onConverted,
  onOpenSource,
}: ForeignBannerProps) {
  const formText = useText(formMessages);
  const text = useText(convertMessages);
  const localized = useLocalized();
  const { parsed, apply } = useForm();
  const place = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const result = useMemo(() => convertToJson(parsed.text), [parsed]);

  const convert = (): void => {
    setAsking(false);
    if (!result.ok) return;
    onConverted(place.current?.closest('[role="form"]') ?? null);
    apply(result.edits, 'command');
  };
  const asks = result.ok && result.lost.length > 0;
  return (
    <div ref={place}>
      <Banner
        tone="info"
        actions={
          <>
            <Button size="small" icon="text" onPress={onOpenSource}>
              {formText('openSource')}
            </Button>
            {result.ok && !readOnly && (
              <Button size="small" onPress={() => (asks ? setAsking(true) : convert())}>
                {text(asks ? 'convertAsk' : 'convert')}
              </Button>
            )}
          </>
        }
      >
        {formText('notJson', { language })}
        {!result.ok && ` ${text('refused', { reason: localized(result.reason) })}`}
      </Banner>
      {asking && asks && (
        <ConvertDialog
          language={language}
          lost={result.lost}
          onConvert={convert}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
