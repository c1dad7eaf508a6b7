/**
 * A strict local Slack as a process of its own, for tests that kill the bot beside it:
 * `node test/servers/slack/main.ts [PORT]`. Prints one line of JSON with its addresses and tokens, and then reads
 * orders as lines of JSON on standard input; each is answered with one line.
 */
import { createInterface } from 'node:readline';
import type { Order } from './misbehave.ts';
import { type LocalSlack, startSlack } from './server.ts';

type Spoken =
  | { readonly do: 'misbehave'; readonly order: Order }
  | { readonly do: 'behave' | 'posts' | 'faults' | 'cut' }
  | { readonly do: 'type'; readonly command: string; readonly words: string };

const slack = await startSlack({ port: Number(process.argv[2] ?? 0) });
print({
  apiUrl: slack.apiUrl,
  appToken: slack.world.app.appToken,
  signingSecret: slack.world.app.signingSecret,
  botToken: slack.home.install?.botToken,
  team: slack.home.id,
  channels: [...slack.home.channels.keys()],
});
for await (const line of createInterface({ input: process.stdin })) print(obey(slack, JSON.parse(line)));
await slack.close();

function obey(local: LocalSlack, spoken: Spoken): unknown {
  switch (spoken.do) {
    case 'misbehave':
      local.misbehave(spoken.order);
      return 'done';
    case 'behave':
      local.behave();
      return 'done';
    case 'cut':
      local.sockets.cut();
      return 'done';
    case 'posts':
      return local.posts;
    case 'faults':
      return local.traffic.faults;
    case 'type':
      local.people.types(spoken.command, spoken.words);
      return 'done';
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
