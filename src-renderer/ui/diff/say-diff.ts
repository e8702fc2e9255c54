import type { diffMessages } from '#core/messages/diff';
import type { MessageValues } from '#core/messages/messages';

/** Says the texts of a comparison in the language in use. */
export type SayDiff = (key: keyof typeof diffMessages.ja, values?: MessageValues) => string;
