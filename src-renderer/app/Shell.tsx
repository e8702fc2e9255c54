import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { shellMessages } from '#core/messages/shell';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useText } from '../stores/use-text.ts';
import { classNames } from '../ui/class-names.ts';
import { Splitter } from '../ui/Splitter.tsx';
import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import { frameLayout, type RegionSize, type SizedRegion } from './frame-layout.ts';
import { rememberFocus } from './regions.ts';
import './shell.css';
import { useWindowSize } from './use-window-size.ts';

interface ShellProps {
  readonly appBar: ReactNode;
  readonly sidebar: ReactNode;
  readonly tabs: ReactNode;
  readonly banner?: ReactNode;
  /** Switch and buttons over manuscript and form. */
  readonly paneBar: ReactNode;
  readonly view: 'source' | 'form';
  /** Stays mounted while the form is shown, so that caret and scroll position stay. */
  readonly source: ReactNode;
  /** Beside the manuscript. */
  readonly outline?: ReactNode;
  readonly form: ReactNode;
  /** With its own bar. */
  readonly preview: ReactNode;
  readonly panel: ReactNode;
  readonly statusBar: ReactNode;
  /** Shown in place of the panes while no guide is open. */
  readonly empty?: ReactNode;
  /** A place that takes the whole window: first run, export review, comparison. */
  readonly cover?: ReactNode;
  readonly dialogs?: ReactNode;
}

function setSize(region: SizedRegion, size: number | undefined): void {
  useLayoutStore.setState((state) => {
    const { [region]: _, ...others } = state.sizes;
    return { sizes: size === undefined ? others : { ...others, [region]: size } };
  });
}

interface EdgeProps {
  readonly region: SizedRegion;
  readonly label: string;
  readonly side: 'left' | 'right' | 'bottom';
  readonly place: RegionSize;
  readonly onCollapse?: (() => void) | undefined;
}

function Edge({ region, label, side, place, onCollapse }: EdgeProps) {
  return (
    <Splitter
      label={label}
      side={side}
      size={place.size}
      range={place.range}
      onResize={(size) => setSize(region, size)}
      onReset={() => setSize(region, undefined)}
      onCollapse={onCollapse}
    />
  );
}

/** The frame of the window: bars, guide list, panes and panel with movable borders. */
export function Shell(props: ShellProps) {
  const text = useText(shellMessages);
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useWindowSize();
  const { sidebarOpen, panelOpen, previewOpen, sizes } = useLayoutStore();
  const layout = frameLayout({
    width,
    height,
    sizes,
    sidebarOpen,
    previewOpen,
    formChosen: props.view === 'form',
  });
  useEffect(() => (frame.current === null ? undefined : rememberFocus(frame.current)), []);
  const covered = props.cover !== undefined && props.cover !== null;
  const formShown = props.view === 'form';
  const sourceShown = !formShown || layout.form !== undefined;
  const source = useRef<HTMLElement>(null);
  const form = useRef<HTMLElement>(null);
  // The manuscript leaves with the focus in it: the first field takes it, so that Tab starts there.
  useLayoutEffect(() => {
    if (!formShown || source.current?.contains(document.activeElement) !== true) return;
    const controls = form.current?.querySelectorAll<HTMLElement>('input, textarea, .input.choice');
    controls?.[0]?.focus({ preventScroll: true });
  }, [formShown]);
  const hasGuide = props.empty === undefined || props.empty === null;

  return (
    <>
      <div ref={frame} className={classNames('frame', covered && 'covered')} inert={covered}>
        {props.appBar}
        <div className="work">
          {layout.sidebar !== undefined && (
            <nav
              className="sidebar"
              aria-label={text('listRegion')}
              data-region="list"
              style={{ width: layout.sidebar.size }}
            >
              {props.sidebar}
              <Edge
                region="sidebar"
                label={text('resizeList')}
                side="left"
                place={layout.sidebar}
                onCollapse={() => useLayoutStore.setState({ sidebarOpen: false })}
              />
            </nav>
          )}
          <main className="center">
            <div data-region="tabs" className="tabstrip">
              {props.tabs}
            </div>
            {props.banner}
            {hasGuide ? (
              <div className="panes">
                <div className="leftgroup" data-region="left">
                  {props.paneBar}
                  <div className="leftpanes">
                    <section
                      ref={source}
                      className={classNames('pane source', !sourceShown && 'away')}
                      aria-label={text('source')}
                      inert={!sourceShown}
                    >
                      {props.source}
                    </section>
                    {!formShown && props.outline}
                    {formShown && (
                      <section
                        ref={form}
                        className={classNames('pane formpane', layout.form === undefined && 'over')}
                        aria-label={text('form')}
                        {...(layout.form === undefined
                          ? {}
                          : { style: { width: layout.form.size } })}
                      >
                        {layout.form !== undefined && (
                          <Edge
                            region="form"
                            label={text('resizeForm')}
                            side="right"
                            place={layout.form}
                          />
                        )}
                        {props.form}
                      </section>
                    )}
                  </div>
                </div>
                {layout.preview !== undefined && (
                  <section
                    className="pane previewpane"
                    aria-label={text('preview')}
                    data-region="preview"
                    style={{ width: layout.preview.size }}
                  >
                    <Edge
                      region="preview"
                      label={text('resizePreview')}
                      side="right"
                      place={layout.preview}
                      onCollapse={() => useLayoutStore.setState({ previewOpen: false })}
                    />
                    {props.preview}
                  </section>
                )}
              </div>
            ) : (
              <div className="nopanes" data-region="left">
                {props.empty}
              </div>
            )}
            {panelOpen && (
              <div
                className="bottompanel"
                data-region="panel"
                style={{ height: layout.panel.size }}
              >
                <Edge
                  region="panel"
                  label={text('resizePanel')}
                  side="bottom"
                  place={layout.panel}
                  onCollapse={() => useLayoutStore.setState({ panelOpen: false })}
                />
                {props.panel}
              </div>
            )}
          </main>
        </div>
        <div data-region="status">{props.statusBar}</div>
      </div>
      {covered && <div className="cover">{props.cover}</div>}
      {props.dialogs}
      <TooltipLayer />
    </>
  );
}
