import type { SiteImage } from '#core/ipc/contract';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';

const kilo = 1024;

/** Says how heavy an image is: kilobytes, from one megabyte on megabytes with one decimal. */
export function useWeight(): (bytes: number) => string {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  return (bytes) =>
    bytes >= kilo * kilo
      ? choiceText('megabytes', { count: (bytes / kilo / kilo).toFixed(1) })
      : text('kilobytes', { count: Math.max(1, Math.round(bytes / kilo)) });
}

/** Says how many pixels an image has, as far as its header tells, and how heavy it is. */
export function useImageSize(): (image: SiteImage) => string {
  const text = useText(formMessages);
  const weight = useWeight();
  return ({ width, height, bytes }) => {
    const size = weight(bytes);
    return width === undefined || height === undefined
      ? text('unknownSize', { size })
      : text('imageSize', { width: String(width), height: String(height), size });
  };
}
