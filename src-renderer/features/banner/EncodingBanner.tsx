import { useState } from 'react';
import { encodingName, originalName } from '#core/document/kept-original';
import type { Failure } from '#core/ipc/contract';
import { encodingMessages } from '#core/messages/encoding';
import { failureWords } from '#core/messages/failure-words';
import { statusMessages } from '#core/messages/status';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureDetails } from './FailureDetails.tsx';

interface EncodingBannerProps {
  readonly path: string;
  /** What the text was read in, as the file's reader says it; `undefined` where nobody knows. */
  readonly encoding: string | undefined;
  /** Why the last conversion did not happen. */
  readonly failure: Failure | undefined;
  /** Settles when the guide is UTF-8, or stays as it was. */
  readonly onConvert: () => Promise<void>;
  readonly onSaveCopy: () => void;
}

/** A guide that is not UTF-8: what it seems to be, that nothing was touched, and the way to edit it. */
export function EncodingBanner(props: EncodingBannerProps) {
  const { path, encoding, failure } = props;
  const text = useText(encodingMessages);
  const status = useText(statusMessages);
  const localized = useLocalized();
  const [busy, setBusy] = useState(false);
  const name = encodingName(encoding);

  const convert = async (): Promise<void> => {
    setBusy(true);
    try {
      await props.onConvert();
    } finally {
      setBusy(false);
    }
  };
  const words = (): string => {
    if (failure?.code === 'changed-on-disk') return text('changed');
    if (failure) {
      const { what } = failureWords(failure.code);
      return text('failed', { what: localized(what) });
    }
    if (name === undefined) return text(encoding === 'utf-8' ? 'damaged' : 'unreadable');
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    return text('guessed', {
      encoding: name,
      original: originalName(fileName, encoding ?? ''),
    });
  };
  return (
    <Banner
      tone={failure ? 'error' : 'info'}
      actions={
        <>
          {name !== undefined && (
            <Button size="small" busy={busy} onPress={() => void convert()}>
              {text('convert')}
            </Button>
          )}
          <Button size="small" onPress={props.onSaveCopy}>
            {status('saveCopy')}
          </Button>
        </>
      }
      details={failure && <FailureDetails failure={failure} />}
    >
      {words()}
    </Banner>
  );
}
