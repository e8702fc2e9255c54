import type { Diagnostic } from '#core/lint/diagnostic';

/** A finding with the same text in both languages; a warning at the start unless given. */
export function finding(message: string, values: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'example',
    severity: 'warning',
    from: 0,
    to: 1,
    message: { ja: message, en: message },
    ...values,
  };
}
