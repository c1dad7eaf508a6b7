import { expect, test } from 'vitest';
import { renderer } from '../../../src/platforms/discord/body.ts';
import type { Drawn, Pictures } from '../../../src/ports/pictures.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { en } from '../../../src/show/messages/en.ts';
import { validateDiscordMessage } from '../../servers/discord/validate.ts';

const reply: Reply = {
  outcome: 'answered',
  shareable: true,
  blocks: [
    { kind: 'heading', text: 'Where it is' },
    { kind: 'picture', picture: 'map', briefing: 'kuril', alt: 'A map of the islands' },
  ],
};
const asked = { briefing: 'kuril', words: 'map', audience: 'asker', say: en } as const;
const picture = {
  name: 'map.png',
  data: new Uint8Array([137, 80, 78, 71]),
  alt: 'Map: four islands',
  width: 720,
  height: 540,
};
const of = (drawn: Drawn): Pictures => ({ draw: async () => drawn, close: async () => undefined });

test('a picture goes along with the page that shows it', async () => {
  const { pages } = await renderer(of({ kind: 'drawn', pictures: [picture] }))(reply, asked);
  expect(pages[0].files.map(({ name }) => name)).toEqual(['map.png']);
  expect(JSON.stringify(pages[0].body)).toContain('attachment://map.png');
  expect(validateDiscordMessage(pages[0].body)).toEqual([]);
});

test('a picture that cannot be drawn is put into words', async () => {
  const { pages } = await renderer(of({ kind: 'none', why: 'failed' }))(reply, asked);
  expect(pages[0].files).toEqual([]);
  expect(JSON.stringify(pages[0].body)).toContain('A map of the islands');
});

test('what is drawn for one who asks is not shown to all, however often it is asked', async () => {
  const render = renderer(undefined);
  const mine = await render(reply, asked);
  const everybodys = await render(reply, { ...asked, audience: 'channel' });
  expect(JSON.stringify(mine.pages)).toContain('Share with the channel');
  expect(JSON.stringify(everybodys.pages)).not.toContain('Share with the channel');
  expect(await render(reply, asked)).toBe(mine);
  expect(await render({ ...reply }, asked)).toEqual(mine);
});
