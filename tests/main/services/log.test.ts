import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src-main/services/log.ts';
import { keptLog } from '../../support/kept-log.ts';

describe('the log', () => {
  it('[T21] shows line breaks, escape codes and marks that turn text around', () => {
    const { log, lines } = keptLog();
    log.info('opened', { path: 'a\nerror b\u001b[31m\u202egpj.md' });
    expect(lines).toEqual(['info opened path=a\\u000aerror b\\u001b[31m\\u202egpj.md']);
  });

  it('[T64] leaves out the message of an error, which may hold the text that was read', () => {
    const facts = (text: string) => {
      try {
        JSON.parse(text);
      } catch (error) {
        return describeError(error);
      }
      return {};
    };
    const described = facts('{"title": sentinel}');
    expect(described).toMatchObject({ name: 'SyntaxError' });
    expect(JSON.stringify(described)).not.toContain('sentinel');
    expect(described.at).toContain('log.test.ts');
    expect(describeError('sentinel')).toEqual({ name: 'string' });
  });
});
