// As text inside the worker's own file, so that no other request is needed; the package itself reads a disk.
import affixes from '../../../node_modules/dictionary-en/index.aff?raw';
import words from '../../../node_modules/dictionary-en/index.dic?raw';
import { createSpeller } from './speller.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-protocol.ts';

const speller = createSpeller(affixes, words);
const post = (answer: SpellingAnswer): void => self.postMessage(answer, {});

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  if (data.type === 'check') {
    const wrong = data.words.filter((word) => !speller.isRight(word));
    post({ type: 'checked', words: data.words, wrong });
  } else {
    post({ type: 'suggested', id: data.id, words: speller.suggest(data.word) });
  }
});
