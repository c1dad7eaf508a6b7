/** Replies that several of the desk's answers share. */
import type { Choice, Outcome, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';

export function simple(outcome: Outcome, text: Text, buttons: readonly Choice[] = []): Reply {
  return {
    outcome,
    blocks: [
      { kind: 'text', text },
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
    shareable: false,
  };
}

/** Nobody in the workspace has a digest: how one is made. */
export function firstDigest(command: string, say: Messages): Reply {
  const { invite, subscription } = say.welcome;
  return simple(
    'done',
    [invite, { code: subscription(command) }],
    [say.desk.buttons.subscribe, say.desk.buttons.preview],
  );
}

/** A channel without a digest. */
export function noDigest(say: Messages): Reply {
  return simple('done', [say.desk.none], [say.desk.buttons.subscribe, say.desk.buttons.preview]);
}
