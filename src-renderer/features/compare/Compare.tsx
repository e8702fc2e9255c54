import { useEffect, useRef } from 'react';
import { compareMessages } from '#core/messages/compare';
import { type CompareView, createCompareView } from '../../editor/compare-view.ts';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { placeKeys } from '../../ui/place-keys.ts';
import { PlaceHead } from '../../ui/PlaceHead.tsx';
import './compare.css';

interface CompareProps {
  /** Name of the guide. */
  readonly name: string;
  /** The file as it is on disk, with LF; `undefined` while it is being read, `null` where it cannot be. */
  readonly disk: string | null | undefined;
  /** The text being edited, with LF. */
  readonly mine: string;
  /** Takes the text the author has put together and saves it over the file. */
  readonly onSave: (text: string) => void;
  /** Gives up the edited text for that of the file; it can be undone. */
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** A place, not a dialog: the file and the edited text side by side, until the author decides. */
export function Compare({ name, disk, mine, onSave, onReload, onClose }: CompareProps) {
  const text = useText(compareMessages);
  const host = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLElement>(null);
  const view = useRef<CompareView>(undefined);
  const locale = useSettingsStore((state) => state.locale);
  // The texts and words are those at opening; what is typed here lives in the view until it is saved.
  const initial = useRef({
    mine,
    labels: { left: text('theirs'), right: text('mine'), take: text('take'), locale },
  });

  useEffect(() => {
    if (!host.current || typeof disk !== 'string') return undefined;
    const created = createCompareView(
      host.current,
      { left: disk, right: initial.current.mine },
      initial.current.labels,
    );
    view.current = created;
    return () => {
      created.destroy();
      view.current = undefined;
    };
  }, [disk]);

  // Focus comes along, so that Esc and Tab work from the first key on.
  useEffect(() => place.current?.focus(), []);

  const known = typeof disk === 'string';
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="compare"
      aria-label={text('title')}
      onKeyDown={placeKeys(onClose)}
    >
      <PlaceHead title={text('title')} backLabel={text('back')} onBack={onClose}>
        <span className="muted clip">{name}</span>
      </PlaceHead>
      <p className="compare-explain">
        {disk === null ? text('gone') : disk === undefined ? text('loading') : text('explain')}
      </p>
      {disk === mine && <p className="compare-explain">{text('same')}</p>}
      <div className="compare-titles" aria-hidden="true">
        <span>{text('theirs')}</span>
        <span>{text('mine')}</span>
      </div>
      <div className="compare-body" ref={host} />
      <footer className="compare-foot">
        <Button onPress={onClose}>{text('back')}</Button>
        <Button onPress={onReload} disabled={!known}>
          {text('reload')}
        </Button>
        <Button
          variant="primary"
          disabled={!known}
          onPress={() => view.current && onSave(view.current.text())}
        >
          {text('save')}
        </Button>
      </footer>
    </section>
  );
}
