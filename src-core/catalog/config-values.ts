import { z } from 'zod';

/** A text in both languages; one given as a plain text counts for both. */
export const localizedSchema = z.union([
  z.object({ ja: z.string(), en: z.string() }),
  z.string().transform((text) => ({ ja: text, en: text })),
]);

/** A path below the folder it belongs to, with `/`; one that leads out or begins at a root is refused. */
export const relativePathSchema = z
  .string()
  .regex(/^(?![/\\]|[a-z]:)[^\\\0]*$/i)
  .refine((path) => !path.split('/').includes('..'))
  .transform((path) =>
    path
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .join('/'),
  );
