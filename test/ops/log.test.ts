import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/ops/log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog('info', (line) => lines.push(line)));
  return lines;
}

describe('the log', () => {
  it('keeps what a person typed on its own line', () => {
    const [line, ...rest] = linesOf((log) =>
      log.info({ words: 'a\n{"level":"fatal"}\u2028\r\n\u0085b' }, 'Typed'),
    );
    expect(rest).toEqual([]);
    expect(line?.trimEnd()).not.toMatch(/[\r\n\u0085\u2028\u2029]/u);
    expect(JSON.parse(line ?? '').words).toBe('a\n{"level":"fatal"}\u2028\r\n\u0085b');
  });

  it.each([
    ['a bot token', 'xoxb-123-456-abcDEF'],
    ['an app token', 'xapp-1-A0-123-abc'],
    ['a response URL', 'https://hooks.slack.com/commands/T0/1/abc'],
    [
      'a Discord token',
      ['MTA0NTY3ODkwMTIzNDU2Nzg5', 'GabcdE', 'abcdefghijklmnopqrstuvwxyz01234567'].join('.'),
    ],
    ["a database's password", 'postgres://attache:hunter2@db:5432/x'],
  ])('strikes out %s, also inside an error', (_, secret) => {
    const text = linesOf((log) => {
      log.error(
        { err: new Error(`refused ${secret}`), token: secret, deep: { authorization: secret } },
        'Failed',
      );
    }).join('');
    expect(text).toContain('Failed');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('hunter2');
  });
});
