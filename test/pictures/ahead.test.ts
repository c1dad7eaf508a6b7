import { expect, it } from 'vitest';
import { drawAhead } from '../../src/pictures/ahead.ts';
import type { Pictures } from '../../src/ports/pictures.ts';

function recorded(onDraw = () => {}) {
  const drawn: string[] = [];
  const pictures: Pictures = {
    async draw({ briefing, picture, theme }) {
      drawn.push(`${briefing} ${picture} ${theme}`);
      onDraw();
      return { kind: 'none', why: 'nothing-to-draw' };
    },
    close: async () => undefined,
  };
  return { drawn, pictures };
}

it('what is asked for most is drawn before anybody asks, in the themes of the platforms that run', async () => {
  const { drawn, pictures } = recorded();
  await drawAhead(pictures, ['kuril'], ['light', 'dark'], {
    signal: new AbortController().signal,
    afterMs: 0,
  });
  expect(drawn).toEqual([
    'kuril map light',
    'kuril timeline light',
    'kuril positions light',
    'kuril map dark',
    'kuril timeline dark',
    'kuril positions dark',
  ]);
});

it('nothing more is drawn ahead once the bot is stopping', async () => {
  const stopping = new AbortController();
  const { drawn, pictures } = recorded(() => stopping.abort());
  await drawAhead(pictures, ['kuril', 'harbour'], ['light'], { signal: stopping.signal, afterMs: 0 });
  expect(drawn).toEqual(['kuril map light']);
});
