import type { PlanItem } from '#core/export/plan';
import { exportReviewMessages } from '#core/messages/export-review';
import { useText } from '../../stores/use-text.ts';
import { formatBytes } from './review-model.ts';

const words = {
  added: 'imageAdded',
  changed: 'imageChanged',
  removed: 'imageRemoved',
  unchanged: 'imageUnchanged',
  blocked: 'imageBlocked',
  conflict: 'imageConflict',
} as const;

interface ImagesCardProps {
  readonly workspaceId: string;
  readonly images: readonly PlanItem[];
}

/** The images that go with a guide, as they will be; the site's present ones cannot be shown. */
export function ImagesCard({ workspaceId, images }: ImagesCardProps) {
  const text = useText(exportReviewMessages);
  return (
    <section className="card" aria-label={text('images')}>
      <h3>
        {text('images')}{' '}
        <span className="faint">{text('imageCount', { count: images.length })}</span>
      </h3>
      {images.map((image) => (
        <div key={image.target} className="imgs">
          {image.post !== undefined && (
            <img className="thumb" alt="" src={address(workspaceId, image.label)} />
          )}
          <span>
            <b>{image.target}</b>
            {text(words[image.action])}
            {image.bytes > 0 && ` ・ ${formatBytes(image.bytes)}`}
          </span>
        </div>
      ))}
    </section>
  );
}

/** Address of an image of the workspace in this window; each part of the path is encoded. */
function address(workspaceId: string, sitePath: string): string {
  return `site://${workspaceId}${sitePath.split('/').map(encodeURIComponent).join('/')}`;
}
