import './search-results.css';
import {
  cutToWidth,
  type SearchResult,
  type SocialCard,
  socialLimits,
} from '#core/markdown/search-result';
import { searchResultMessages } from '#core/messages/search-result';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { CutCount } from './CutCount.tsx';
import { SiteImage } from './SiteImage.tsx';

/** What the cards of one guide are made of. */
interface SocialCardsProps {
  readonly result: SearchResult;
  readonly siteName: string;
  /** Address to load an image of the site from, or `undefined` where it must not be loaded. */
  readonly imageAddress: (path: string) => string | undefined;
}

function Card({ kind, result, siteName, imageAddress }: SocialCardsProps & { kind: SocialCard }) {
  const say = useText(searchResultMessages);
  const limits = socialLimits[kind];
  const title = cutToWidth(result.title, limits.title);
  const description = cutToWidth(result.description, limits.description);
  const path = result.image;
  const address = path === '' ? undefined : imageAddress(path);
  return (
    <section className="result" data-card={kind} aria-label={say(kind)}>
      <h3>
        <Icon name="image" size={14} />
        {say(kind)}
      </h3>
      <div className="social-card">
        <SiteImage className="social-image" address={address} />
        <div className="social-words">
          <p className="social-site">{siteName}</p>
          {title.shown === '' ? (
            <p className="result-none">
              <b>{say('noTitle')}</b>
            </p>
          ) : (
            <p className="social-title">{title.shown}</p>
          )}
          {description.shown === '' ? (
            <p className="result-none">
              <b>{say('noDescription')}</b> {say('noSocialDescriptionHelp')}
            </p>
          ) : (
            <p className="social-description">{description.shown}</p>
          )}
        </div>
      </div>
      {path === '' && <p className="result-none">{say('noImage')}</p>}
      <ul className="result-counts">
        <CutCount name={say('title')} text={title} limit={limits.title} />
        <CutCount name={say('description')} text={description} limit={limits.description} />
      </ul>
    </section>
  );
}

/** How a link to a guide looks where people share it: as a large card, and as a small one below it. */
export function SocialCards(props: SocialCardsProps) {
  const say = useText(searchResultMessages);
  return (
    <div className="results">
      <Card kind="largeCard" {...props} />
      <Card kind="smallCard" {...props} />
      <p className="results-note">
        <Icon name="info" size={14} />
        {say('socialEstimate')}
      </p>
    </div>
  );
}
