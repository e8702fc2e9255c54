import { failureText } from '#core/messages/failure-words';
import { statusMessages } from '#core/messages/status';
import type { OpenDocument } from '../../stores/documents-store.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { type BannerState, bannerState, type FolderState } from './banner-model.ts';
import { EncodingBanner } from './EncodingBanner.tsx';
import { FailureDetails } from './FailureDetails.tsx';
import './document-banner.css';

interface DocumentBannerProps {
  /** The guide in front. */
  readonly document: OpenDocument;
  /** Milliseconds since 1970 up to which text came back after an abrupt end; else `undefined`. */
  readonly recoveredAt?: number | undefined;
  readonly folder?: FolderState;
  readonly onSave: () => void;
  readonly onSaveCopy: () => void;
  readonly onCompare: () => void;
  readonly onReload: () => void;
  readonly onOverwrite: () => void;
  /** Makes the file UTF-8; settles when that is done, or did not happen. */
  readonly onConvert: () => Promise<void>;
}

const readOnlyTexts = {
  'too-large': 'readOnlyTooLarge',
  'not-writable': 'readOnlyNotWritable',
} as const satisfies Record<Exclude<OpenDocument['readOnly'], 'not-utf8' | undefined>, string>;

const tones = {
  'save-failed': 'error',
  deleted: 'warning',
  changed: 'conflict',
  recovered: 'info',
  'read-only': 'info',
  away: 'warning',
  unwatched: 'info',
} as const satisfies Record<Exclude<BannerState['kind'], 'not-utf8'>, string>;

/** The lasting state of the guide in front, with what can be done about it; nothing where all is well. */
export function DocumentBanner(props: DocumentBannerProps) {
  const { document, recoveredAt } = props;
  const text = useText(statusMessages);
  const localized = useLocalized();
  const state = bannerState(document, recoveredAt, props.folder);
  if (state === undefined) return null;
  if (state.kind === 'not-utf8') {
    return (
      <EncodingBanner
        path={document.path}
        encoding={document.encoding}
        failure={document.convertFailure}
        onConvert={props.onConvert}
        onSaveCopy={props.onSaveCopy}
      />
    );
  }
  const compare = (
    <Button size="small" onPress={props.onCompare}>
      {text('compare')}
    </Button>
  );
  const saveCopy = (
    <Button size="small" onPress={props.onSaveCopy}>
      {text('saveCopy')}
    </Button>
  );
  const retry = (
    <Button size="small" onPress={props.onSave}>
      {text('retry')}
    </Button>
  );
  const reload = (
    <Button size="small" onPress={props.onReload}>
      {text('reload')}
    </Button>
  );

  const content = () => {
    switch (state.kind) {
      case 'save-failed':
        return {
          words: localized(failureText(state.failure.code, state.failure.detail)),
          actions: [retry, saveCopy],
        };
      case 'deleted':
        return {
          words: text('deletedText'),
          actions: [
            <Button size="small" key="recreate" onPress={props.onOverwrite}>
              {text('recreate')}
            </Button>,
            saveCopy,
          ],
        };
      case 'changed':
        return {
          words: text(state.unsaved ? 'changedUnsaved' : 'changedSaved'),
          actions: [
            compare,
            reload,
            state.unsaved && (
              <Button size="small" variant="danger" onPress={props.onOverwrite}>
                {text('overwrite')}
              </Button>
            ),
          ],
        };
      case 'recovered':
        return {
          words: text('recovered', { time: new Date(state.at).toTimeString().slice(0, 5) }),
          actions: [
            <Button size="small" key="changes" onPress={props.onCompare}>
              {text('seeChanges')}
            </Button>,
            <Button size="small" key="file" onPress={props.onReload}>
              {text('useFile')}
            </Button>,
          ],
        };
      case 'away':
        return { words: text('away'), actions: [saveCopy] };
      case 'unwatched':
        return { words: text('unwatched'), actions: [] };
      case 'read-only':
        return { words: text(readOnlyTexts[state.reason]), actions: [saveCopy] };
    }
  };
  const { words, actions } = content();
  return (
    <Banner
      tone={tones[state.kind]}
      actions={actions.map((action, index) => (
        <span key={index}>{action}</span>
      ))}
      details={state.kind === 'save-failed' && <FailureDetails failure={state.failure} />}
    >
      {words}
    </Banner>
  );
}
