/**
 * One replica that answers, as a process of its own: its own files, one store for all, and the reloading that
 * `npm start` has. It is sent questions and sends each answer back.
 */
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { listenForReload } from '../../src/main/reloading.ts';
import { openShelf } from '../../src/main/shelf.ts';
import { terminalAsk } from '../../src/platforms/terminal/say.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore } from '../../src/store/create.ts';
import { silent } from '../kit/log.ts';

export type ReplicaOrder = { readonly environment: Readonly<Record<string, string>>; readonly url: string };

const { environment, url } = JSON.parse(process.argv[2] ?? '{}') as ReplicaOrder;
const shelf = openShelf(environment, en);
if (shelf === undefined) throw new Error('no briefing is whole');
const created = await createStore({ kind: 'postgres', url }, { now: Date.now });
if (created.kind === 'refused') throw new Error(created.why);
const bot = createBot({
  get briefings() {
    return shelf.all();
  },
  ...{ desk: noDesk(shelf.all(), messagesFor), log: silent, reference: () => 'ref', messagesFor },
});
listenForReload({
  ...{ environment, shelf, store: created.store, log: silent },
  reloaded: async () => undefined,
});
process.on('message', async (words: string) => {
  process.send?.(plain(await bot.respond(terminalAsk('wells', words, 0)), en));
});
process.send?.('started');
