import { answerTrial, type Trial } from './pattern-trial.ts';

self.addEventListener('message', (event: MessageEvent<Trial>) =>
  self.postMessage(answerTrial(event.data), {}),
);
