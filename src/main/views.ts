/** How a reply is shown in each form: the renderers that the platforms send with. */
import { withHead as headDiscord } from '../platforms/discord/amend.ts';
import { ephemeral } from '../platforms/discord/components.ts';
import { renderDiscord } from '../platforms/discord/render.ts';
import { withHead as headSlack } from '../platforms/slack/amend.ts';
import { renderSlack } from '../platforms/slack/render.ts';
import type { Form, Show } from '../platforms/terminal/say.ts';
import { citesOf, inFigures } from '../reply/cites.ts';
import type { Pages } from '../reply/pages.ts';
import { plain } from '../reply/plain.ts';
import type { Rendering } from '../reply/rendering.ts';
import type { Reply, Text } from '../reply/reply.ts';
import type { Messages } from '../show/messages/messages.ts';

const SHOWS: Record<Form, (reply: Reply, rendering: Rendering) => string> = {
  text: (reply, { say }) => plain(reply, say),
  json: (reply, { say }) =>
    json({
      outcome: reply.outcome,
      ...(reply.verdict === undefined ? {} : { verdict: reply.verdict }),
      text: plain(reply, say),
      cites: citesOf(reply),
      ...(reply.nearest === undefined
        ? {}
        : { nearest: reply.nearest.map(({ id, cites }) => ({ id, cites: inFigures(cites) })) }),
    }),
  slack: (reply, rendering) => bodies(renderSlack(reply, rendering), asSlackAnswer),
  discord: (reply, rendering) => bodies(renderDiscord(reply, rendering), ephemeral),
};

/** The renderers for the playground, which pages by itself. */
export const views = {
  slack: renderSlack,
  discord: renderDiscord,
  plain,
  head: {
    slack(body: object, line: Text, id: string, say: Messages): object {
      const headed = headSlack(body, line, id, say);
      return headed.kind === 'headed' ? headed.body : body;
    },
    discord(body: object, line: Text, id: string, say: Messages): object {
      const headed = headDiscord(body, line, id, say);
      return headed.kind === 'headed' ? headed.body : body;
    },
  },
};

export const show: Show = (form, reply, rendering) => SHOWS[form](reply, rendering);

/** A slash command's answer, for the asker alone. */
function asSlackAnswer<Body extends object>(body: Body) {
  return { response_type: 'ephemeral', ...body };
}

/** The body that is sent first; all of them, as a list, where they are sent one after the other. */
function bodies<Body>({ pages, paging }: Pages<Body>, finish: (body: Body) => object): string {
  const finished = pages.map(finish);
  return json(paging === 'all-at-once' && finished.length > 1 ? finished : finished[0]);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
