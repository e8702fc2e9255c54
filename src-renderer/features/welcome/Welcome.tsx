import type { Failure, RecentFolder } from '#core/ipc/contract';
import { failureWords } from '#core/messages/failure-words';
import type { Locale } from '#core/messages/messages';
import { statusMessages } from '#core/messages/status';
import { welcomeMessages } from '#core/messages/welcome';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { readablePath, recentDay } from './recent-day.ts';
import './welcome.css';
import { WelcomeSteps } from './WelcomeSteps.tsx';

interface WelcomeProps {
  readonly recent: readonly RecentFolder[];
  readonly locale: Locale;
  /** Why the last folder did not open. */
  readonly failure: Failure | undefined;
  /** A folder is being opened. */
  readonly busy: boolean;
  readonly onOpenFolder: () => void;
  readonly onOpenSample: () => void;
  readonly onOpenRecent: (root: string) => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onSettings: () => void;
}

const recentShown = 5;
const languageNames: Readonly<Record<Locale, string>> = { ja: '日本語', en: 'English' };

// What is safe is not in question here: no text is open yet.
function opensNot({ code }: Failure, locale: Locale): string {
  const { what, next } = failureWords(code);
  return [what[locale], next[locale]].join(locale === 'ja' ? '' : ' ');
}

/** The page before a folder is open: open one, try the sample, what the application does. */
export function Welcome(props: WelcomeProps) {
  const { recent, locale, failure, busy } = props;
  const text = useText(welcomeMessages);
  const status = useText(statusMessages);
  return (
    <div className="welcome" aria-busy={busy || undefined}>
      {failure !== undefined && (
        <Banner
          tone="error"
          actions={
            <Button size="small" onPress={props.onOpenFolder}>
              {status('chooseAnother')}
            </Button>
          }
        >
          {status('openFailed')}
          {opensNot(failure, locale)}
        </Banner>
      )}
      <main className="wrap">
        <section>
          <div className="brandrow">
            <Icon name="signpost" size={28} />
            Shirube
          </div>
          <h1>{text('heading')}</h1>
          <p className="lead">{text('lead')}</p>
          <div className="acts">
            <button type="button" className="act first" onClick={props.onOpenFolder}>
              <span className="ic">
                <Icon name="folder" size={20} />
              </span>
              <span>
                <b>{text('open')}</b>
                <small>{text('openText')}</small>
              </span>
              <Kbd keys="CmdOrCtrl+O" />
            </button>
            <button type="button" className="act" onClick={props.onOpenSample}>
              <span className="ic">
                <Icon name="book" size={20} />
              </span>
              <span>
                <b>{text('sample')}</b>
                <small>{text('sampleText')}</small>
              </span>
              <Icon name="right" className="faint" />
            </button>
          </div>
          <div className="drop">
            <Icon name="upload" />
            {text('drop')}
          </div>
          {recent.length > 0 && (
            <div className="recent">
              <h2>{text('recent')}</h2>
              <ul>
                {recent.slice(0, recentShown).map((folder) => (
                  <li key={folder.root}>
                    <button type="button" onClick={() => props.onOpenRecent(folder.root)}>
                      <Icon name="folder" className="faint" />
                      <b className="clip">{folder.name}</b>
                      <span className="faint clip" data-tip={folder.root}>
                        {readablePath(folder.root)}
                      </span>
                      <span className="faint nowrap">
                        {recentDay(folder.openedAt, Date.now(), locale)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
        <WelcomeSteps />
      </main>
      <footer className="welcomefoot">
        <MenuButton
          label={text('language')}
          icon="globe"
          size="small"
          entries={[
            { id: 'ja', label: languageNames.ja, checked: locale === 'ja' },
            { id: 'en', label: languageNames.en, checked: locale === 'en' },
          ]}
          onAction={(id) => props.onLocale(id === 'en' ? 'en' : 'ja')}
        >
          {languageNames[locale]}
          <Icon name="down" size={12} />
        </MenuButton>
        <Button variant="ghost" size="small" icon="gear" onPress={props.onSettings}>
          {text('settings')}
        </Button>
        <span className="grow" />
        <span>{text('private')}</span>
      </footer>
    </div>
  );
}
