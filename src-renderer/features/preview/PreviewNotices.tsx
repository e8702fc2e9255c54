import type { TemplateProblem } from '#core/markdown/page-template';
import type { Localized } from '#core/messages/messages';
import { templateMessages } from '#core/messages/template';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';

interface PreviewNoticesProps {
  /** Why the site's template makes no page. */
  readonly problem: TemplateProblem | undefined;
  /** What of the site's style sheets is left out. */
  readonly notices: readonly Localized[];
}

/** Says over the page where it is not what the site would show. */
export function PreviewNotices({ problem, notices }: PreviewNoticesProps) {
  const text = useText(templateMessages);
  const localized = useLocalized();
  if (!problem && notices.length === 0) return null;
  const { kind, file, line, detail } = problem ?? {};
  const place =
    line === undefined
      ? text('inFile', { file: file ?? '' })
      : text('atLine', { file: file ?? '', line });
  return (
    <ul className="preview-notices" role="status">
      {kind && (
        <li>
          <Icon name="warning" size={14} />
          <span>
            {text(kind, { place, name: detail ?? '' })}
            <small>
              {text(`${kind}Advice`)}
              {kind === 'syntax' && detail !== '' && <code lang="en">{detail}</code>}
            </small>
          </span>
        </li>
      )}
      {notices.map((notice) => (
        <li key={notice.en}>
          <Icon name="warning" size={14} />
          <span>{localized(notice)}</span>
        </li>
      ))}
    </ul>
  );
}
