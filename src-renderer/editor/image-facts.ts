import type { SiteImage } from '#core/ipc/contract';

/** Size and weight of an image in short: `1200 × 630 · 84 KB`; without the size where it cannot be read. */
export function imageFacts({ width, height, bytes }: SiteImage): string {
  const weight =
    bytes >= 1024 * 1024
      ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return width === undefined || height === undefined ? weight : `${width} × ${height} · ${weight}`;
}
