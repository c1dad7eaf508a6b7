import { existsSync, readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { jobOf } from '../../src/pictures/job.ts';
import type { Picture } from '../../src/ports/pictures.ts';
import { en } from '../../src/show/messages/en.ts';
import { APPROVED, approvedFile, briefingNamed, drawnAll } from './briefings.ts';

/** A letter that moved is some hundred pixels; another processor's rounding is none. */
const MOST_OTHER_PIXELS = 60;
const MOST_BYTES = 250_000;
const ANEW = 'if it is meant to look so, look at it and run npm run approve';

let drawn: Picture[][] = [];
beforeAll(async () => {
  drawn = await drawnAll(APPROVED);
});

describe.each(APPROVED.map((one, at) => [...one, at] as const))('%s, %s, %s', (_name, _what, _theme, at) => {
  it('looks as it was approved', () => {
    for (const picture of drawn[at] ?? []) {
      const file = approvedFile(picture);
      expect(existsSync(file), `${picture.name} was never approved: ${ANEW}`).toBe(true);
      const now = PNG.sync.read(Buffer.from(picture.data));
      const approved = PNG.sync.read(readFileSync(file));
      expect([now.width, now.height], `${picture.name} has another size: ${ANEW}`).toEqual([
        approved.width,
        approved.height,
      ]);
      const other = pixelmatch(now.data, approved.data, undefined, now.width, now.height, { threshold: 0.1 });
      expect(other, `${picture.name} looks otherwise: ${ANEW}`).toBeLessThanOrEqual(MOST_OTHER_PIXELS);
    }
  });

  it('is small enough to send, and says what it shows', () => {
    for (const { data, alt } of drawn[at] ?? []) {
      expect(data.byteLength).toBeLessThan(MOST_BYTES);
      expect(alt).not.toBe('');
    }
  });
});

it('a picture is the same bytes whatever was drawn before it', async () => {
  const bytesOf = (pictures: readonly Picture[] = []) =>
    pictures.map(({ data }) => Buffer.from(data).toString('base64'));
  const some = APPROVED.map((_, at) => at)
    .filter((at) => at % 4 === 3)
    .toReversed();
  const again = await drawnAll(some.map((at) => APPROVED[at]!));
  expect(again.map(bytesOf)).toEqual(some.map((at) => bytesOf(drawn[at])));
});

it('a briefing whose places are nowhere on the globe has no map', () => {
  expect(jobOf('map', briefingNamed('story'), en.pictures)).toBeUndefined();
});

it('nothing but direct speech becomes a card', () => {
  const story = briefingNamed('story');
  const reported = story.statements.find(({ mode }) => mode === 'reported');
  expect(jobOf(`quote:${reported?.id}`, story, en.pictures)).toBeUndefined();
});
