/** What people ask, from the question to `npm run asked`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { listed } from '../../src/main/asked.ts';
import { createAskedBook } from '../../src/ops/asked-book.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import type { Choice, Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { briefing, recordingDesk } from '../commands/kuril.ts';
import { silent } from '../kit/log.ts';
import { temporaryFolder } from './running.ts';

const folder = temporaryFolder();
let store: FullStore;
let book: ReturnType<typeof createAskedBook>;

beforeEach(async () => {
  const created = await createStore({ kind: 'sqlite', dataDir: folder.path }, { now: Date.now });
  if (created.kind !== 'open') throw new Error(created.why);
  store = created.store;
  book = createAskedBook({ store: store.asked, log: silent });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

function bot(counts = true) {
  const parts = {
    briefings: [briefing],
    desk: recordingDesk().desk,
    log: silent,
    reference: () => 'ref',
    messagesFor,
  };
  const made = createBot({ ...parts, ...(counts && { asked: book }) });
  return (words: string, person = 'U1', at = 1_000): Promise<Reply> => made.respond(askOf(words, person, at));
}

function askOf(words: string, person: string, at: number): Ask {
  return {
    briefing: briefing.id,
    words,
    place: { platform: 'slack', workspace: 'T1', channel: `D${person}`, kind: 'direct' },
    person: knownPerson(person, { rank: 'member', room: 'own' }),
    readBy: 'asker',
    locale: 'en',
    at,
  };
}

async function list(): Promise<string> {
  await book.flush();
  return listed(briefing.title, await store.asked.rows(briefing.id), en);
}

const choices = ({ blocks }: Reply): Choice[] =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

describe('what people ask', () => {
  it('is listed: what was declined, what was answered, what came next, with how often', async () => {
    const ask = bot();
    await ask('What did Abe say about trust?', 'U1');
    await ask('What did Abe say about trust?', 'U2');
    await ask('and Putin?', 'U2');
    await ask('Who won the football match?', 'U3');
    const text = await list();
    expect(text).toMatch(/Asked and answered\n\s+2 {2}What did Abe say about trust\?/u);
    expect(text).toMatch(/not in the briefing\n(?:.*\n)*\s+1 {2}Who won the football match\?/u);
    expect(text).toContain('What did Abe say about trust?  ->  What did Putin say about trust?');
    expect(text).not.toMatch(/\bU[123]\b/u);
  });

  it('is flagged by two presses, and counted by kind without the person', async () => {
    const ask = bot();
    const answer = await ask('What did Abe say about trust?');
    expect(answer.flag?.label).toBe('Wrong or missing?');
    const which = await ask(answer.flag?.says ?? '');
    expect(choices(which).map(({ label }) => label)).toEqual(Object.values(en.talk.flaws));
    const noted = await ask(choices(which)[1]?.says ?? '');
    expect(plain(noted, en)).toContain('without your name');
    expect(await list()).toMatch(/Flagged\n\s+1 {2}What did Abe say about trust\? \(missing\)/u);
    expect(await list()).not.toContain('U1');
  });

  it('keeps the person only with words of their own, and forgets both', async () => {
    const ask = bot();
    await ask('What did Abe say about trust?');
    await ask('feedback: the day is wrong');
    expect(await list()).toContain('the day is wrong  (about: What did Abe say about trust?)  [U1]');
    await store.forget('slack', 'T1', ['DU1']);
    expect(await list()).not.toContain('the day is wrong');
    expect(await list()).toContain('What did Abe say about trust?');
    await store.forget('slack', 'T1');
    expect(await list()).toContain(en.asked.nothing);
  });

  it('is gone 90 days after it was asked last', async () => {
    const ask = bot();
    await ask('What did Abe say about trust?', 'U1', 1_000);
    await book.flush();
    await ask('deals', 'U1', 1_000 + 91 * 86_400_000);
    expect(await list()).not.toContain('trust');
  });

  it('is not counted where that is off: no control flags, and words say so', async () => {
    const ask = bot(false);
    expect((await ask('What did Abe say about trust?')).flag).toBeUndefined();
    expect(plain(await ask('feedback: the day is wrong'), en)).toBe(en.talk.flagsOff);
    expect(await list()).toContain(en.asked.nothing);
  });

  it('takes nothing from an answer when the store is down', async () => {
    const broken = createAskedBook({
      store: { note: () => Promise.reject(new Error('full')), rows: async () => [] },
      log: silent,
    });
    broken.note({
      briefing: 'kuril',
      platform: 'slack',
      workspace: 'T1',
      words: 'x',
      at: 1,
      kind: 'asked',
      outcome: 'answered',
    });
    await expect(broken.flush()).resolves.toBeUndefined();
  });
});
