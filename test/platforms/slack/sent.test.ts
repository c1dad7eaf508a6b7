import { afterAll, beforeAll, expect, it } from 'vitest';
import { SENT, type Sent } from '../sent-to-bots.ts';
import { type Whole, wholeStage } from './whole.ts';

let on: Whole;
beforeAll(async () => {
  on = await wholeStage('socket');
});
afterAll(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

/** As Slack sends each (docs.slack.dev/reference/events/message). */
function extraOf({ text, with: along }: Sent): Record<string, unknown> {
  const file = { id: 'F012AB3CD', name: 'screen.png', mimetype: 'image/png' };
  switch (along) {
    case 'picture':
      return { subtype: 'file_share', files: [file] };
    case 'action':
      return { subtype: 'me_message' };
    case 'forward':
      return {
        text: '',
        attachments: [{ is_share: true, text, from_url: 'https://home.slack.com/archives/C1/p1' }],
      };
    default:
      return {};
  }
}

for (const [at, sent] of SENT.entries())
  it(`${sent.what} is answered in a direct message`, async () => {
    on.slack.people.writes(sent.text, { extra: extraOf(sent) });
    const answer = await on.slack.post(at + 1);
    expect(`${answer.text}`).toMatch(
      sent.gets instanceof RegExp ? sent.gets : new RegExp(RegExp.escape(sent.gets), 'u'),
    );
  });

it('a reply that is also sent to the channel is answered as any other', async () => {
  const thread_ts = on.slack.home.channels.get('D0000HOMEANN')?.messages[0]?.ts ?? '';
  on.slack.people.writes('newsham', { extra: { subtype: 'thread_broadcast', thread_ts } });
  const answer = await on.slack.post(SENT.length + 1);
  expect(answer).toMatchObject({ thread_ts, text: expect.stringContaining('Newsham') });
});

it('a mention with a file is answered by its words', async () => {
  const extra = { subtype: 'file_share', files: [{ id: 'F012AB3CD' }] };
  on.slack.people.mentions('<@U0000HOMEBOT> newsham', { extra });
  expect((await on.slack.post(SENT.length + 2)).text).toContain('Newsham');
});
