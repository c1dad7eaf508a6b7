import { afterEach, describe, expect, it } from 'vitest';
import { createUploads } from '../../../src/platforms/slack/uploads.ts';
import type { Parcel } from '../../../src/ports/courier.ts';
import { ALT, pictures, WORDS, withMap } from '../../pictures/kit.ts';
import type { Order } from '../../servers/slack/misbehave.ts';
import { recordedLog, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  await on.close();
});

const never = new AbortController().signal;
const stageWith = (drawn = pictures(), now = Date.now) =>
  stage({ uploads: createUploads(drawn, recordedLog(), now), now });

function parcel(id = 'delivery-0000000000000001'): Parcel {
  const place = {
    platform: 'slack',
    workspace: 'T0000HOME',
    channel: 'C0000HOMEGENERAL',
    kind: 'channel',
  } as const;
  return { id, place, briefing: 'harbour', words: 'digest', locale: 'en', reply: withMap };
}

const send = (id?: string) => on.platform.courier.send(parcel(id), never);
const shown = (at = 0) => JSON.stringify(on.slack.posts[at]?.blocks ?? on.slack.posts[at]?.text);

describe('a digest with a picture on Slack', () => {
  it('shows it, with its words for those who cannot see it', async () => {
    on = await stageWith();
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(shown()).toContain('"slack_file"');
    expect(shown()).toContain(ALT);
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('shows each part of a picture that takes several', async () => {
    on = await stageWith(pictures({ parts: 3 }));
    await send();
    expect(shown().match(/slack_file/gu)).toHaveLength(3);
  });

  it('uploads a picture once for a workspace, however many digests show it', async () => {
    on = await stageWith();
    await Promise.all([send('one'), send('two')]);
    await send('three');
    expect(on.slack.posts).toHaveLength(3);
    expect(on.slack.traffic.callsOf('files.getUploadURLExternal')).toHaveLength(1);
  });

  const BAD: readonly (readonly [string, Order])[] = [
    [
      'asking for an upload fails',
      { of: 'files.getUploadURLExternal', mischief: { kind: 'status', status: 500 } },
    ],
    [
      'uploading is limited',
      { of: 'files.getUploadURLExternal', mischief: { kind: 'rate-limit', seconds: 60 } },
    ],
    [
      'uploading is forbidden',
      { of: 'files.getUploadURLExternal', mischief: { kind: 'error', error: 'restricted_action' } },
    ],
    ['the upload breaks off', { of: 'upload', mischief: { kind: 'reset' } }],
    ['the upload is refused', { of: 'upload', mischief: { kind: 'status', status: 403 } }],
    ['the upload answers rubbish', { of: 'files.completeUploadExternal', mischief: { kind: 'garbage' } }],
    [
      'the upload cannot be completed',
      { of: 'files.completeUploadExternal', mischief: { kind: 'error', error: 'file_not_found' } },
    ],
    [
      'the file is lost before it is shown',
      { of: 'upload', mischief: { kind: 'status', status: 200, body: 'OK' } },
    ],
  ];

  it.each(BAD)('goes out once, in words, where %s', async (_what, order) => {
    on = await stageWith();
    on.slack.misbehave(order);
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(on.slack.posts).toHaveLength(1);
    expect(shown()).toContain(WORDS);
    expect(shown()).toContain('Words of it');
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('goes out in words, and only then, where uploading hangs', async () => {
    on = await stageWith();
    on.slack.misbehave({ of: 'upload', mischief: { kind: 'hang' } });
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(on.slack.posts).toHaveLength(1);
    expect(shown()).toContain(WORDS);
  });

  it('goes out in words where drawing takes too long, and shows the picture the next time', async () => {
    on = await stageWith(pictures({ afterMs: 4_500 }));
    expect(await send('first')).toMatchObject({ kind: 'sent' });
    expect(shown(0)).toContain(WORDS);
  });

  it('goes out in words where the scope is missing; doctor names it', async () => {
    on = await stageWith();
    on.slack.home.install?.scopes.delete('files:write');
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(shown()).toContain(WORDS);
    const found = await on.platform.courier.examine(parcel().place);
    expect(found).toMatchObject([{ kind: 'missing_scope', says: expect.stringContaining('files:write') }]);
  });

  it('asks a workspace that refuses uploads again only after a while', async () => {
    let at = Date.now();
    on = await stageWith(pictures(), () => at);
    on.slack.home.install?.scopes.delete('files:write');
    await send('one');
    await send('two');
    expect(on.slack.traffic.callsOf('files.getUploadURLExternal')).toHaveLength(1);
    on.slack.home.install?.scopes.add('files:write');
    at += 600_001;
    await send('three');
    expect(shown(2)).toContain('"slack_file"');
  });

  it('goes out in words where somebody deleted the file, and uploads it anew for the next', async () => {
    on = await stageWith();
    await send('one');
    on.slack.world.files.clear();
    expect(await send('two')).toMatchObject({ kind: 'sent' });
    expect(shown(1)).toContain(WORDS);
    await send('three');
    expect(shown(2)).toContain('"slack_file"');
    expect(on.slack.posts).toHaveLength(3);
  });

  it('whose answer was lost is unknown, and is not posted again by the courier', async () => {
    on = await stageWith();
    on.slack.misbehave({ of: 'chat.postMessage', mischief: { kind: 'reset' }, times: 1, after: true });
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(on.slack.posts).toHaveLength(1);
  });
});
