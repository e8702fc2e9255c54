import { parentPort } from 'node:worker_threads';
import { benchPreview } from './preview-bench.ts';

parentPort?.postMessage(benchPreview());
