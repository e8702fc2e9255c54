import './search-results.css';
import { searchResultMessages } from '#core/messages/search-result';
import {
  cutToWidth,
  resultLimits,
  type SearchDevice,
  type SearchResult,
} from '#core/markdown/search-result';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { CutCount } from './CutCount.tsx';
import { SiteImage } from './SiteImage.tsx';

/** What the search results of one guide are made of. */
interface SearchResultsProps {
  readonly result: SearchResult;
  readonly siteName: string;
  /** Trail to the guide, from the site's start. */
  readonly breadcrumb: readonly string[];
  /** Address to load an image of the site from, or `undefined` where it must not be loaded. */
  readonly imageAddress: (path: string) => string | undefined;
}

function ResultCard({ device, ...props }: SearchResultsProps & { readonly device: SearchDevice }) {
  const { result, siteName, breadcrumb, imageAddress } = props;
  const say = useText(searchResultMessages);
  const limits = resultLimits[device];
  const title = cutToWidth(result.title, limits.title);
  const description = cutToWidth(result.description, limits.description);
  const trail = [...breadcrumb, ...(result.slug === '' ? [] : [result.slug])].join(' › ');
  return (
    <section className="result" data-device={device} aria-label={say(device)}>
      <h3>
        <Icon name={device} size={14} />
        {say(device)}
      </h3>
      <div className="result-card">
        <div className="result-site">
          <span className="result-mark" aria-hidden="true">
            {Array.from(siteName)[0]}
          </span>
          <span className="result-where">
            <span>{siteName}</span>
            <span>{trail}</span>
          </span>
        </div>
        {title.shown === '' ? (
          <p className="result-none">
            <b>{say('noTitle')}</b> {say('noTitleHelp')}
          </p>
        ) : (
          <p className="result-title">{title.shown}</p>
        )}
        <div className="result-words">
          {description.shown === '' ? (
            <p className="result-none">
              <b>{say('noDescription')}</b> {say('noDescriptionHelp')}
            </p>
          ) : (
            <p className="result-description">{description.shown}</p>
          )}
          {device === 'phone' && result.thumbnail !== '' && (
            <SiteImage className="result-image" address={imageAddress(result.thumbnail)} />
          )}
        </div>
      </div>
      <ul className="result-counts">
        <CutCount name={say('title')} text={title} limit={limits.title} />
        <CutCount name={say('description')} text={description} limit={limits.description} />
      </ul>
    </section>
  );
}

/** How a guide looks among the results of a search: on a PC, and on a phone below it. */
export function SearchResults(props: SearchResultsProps) {
  const say = useText(searchResultMessages);
  return (
    <div className="results">
      <ResultCard device="desktop" {...props} />
      <ResultCard device="phone" {...props} />
      <p className="results-note">
        <Icon name="info" size={14} />
        {say('estimate')}
      </p>
    </div>
  );
}
