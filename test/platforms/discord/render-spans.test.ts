import { expect, test } from 'vitest';
import { markdown } from '../../../src/platforms/discord/spans.ts';
import { en } from '../../../src/show/messages/en.ts';
import { cites } from '../../reply/cites.ts';
import { kindsOf, nodesOf, readable } from './markdown.ts';

test('styles that stand side by side do not run into one another', () => {
  const shown = markdown(
    [{ bold: 'a' }, { bold: 'b' }, { italic: ' c ' }, { code: 'd' }, { code: 'e' }, { bold: 'f*' }],
    en,
  );
  const styles = kindsOf(nodesOf(shown)).filter((kind) => !['text', 'br'].includes(kind));
  expect(styles).toEqual(['strong', 'strong', 'em', 'inlineCode', 'inlineCode', 'strong']);
  expect(readable(nodesOf(shown)).replaceAll('\u2060', '')).toBe('ab c def*');
});

test('code that holds the mark of code is shown as it is', () => {
  const shown = markdown([{ code: 'a`b' }], en);
  expect(kindsOf(nodesOf(shown))).not.toContain('inlineCode');
  expect(readable(nodesOf(shown))).toBe('a`b');
});

test('a number and a full stop that come apart make no list', () => {
  expect(markdown(['1', '. first'], en)).toBe('1\\. first');
  expect(markdown(['said Abe', '.'], en)).toBe('said Abe.');
});

test('a cite before a bracket makes no link', () => {
  const shown = markdown([{ cite: cites(16) }, '(http://e.example)'], en);
  expect(kindsOf(nodesOf(shown))).not.toContain('link');
});

test('a moment is shown in the reader’s zone and in its own', () => {
  expect(markdown([{ instant: 1_481_932_800_000, zone: 'Asia/Tokyo' }], en)).toBe(
    '<t:1481932800:f> (Sat 17 Dec 2016, 09:00 Asia/Tokyo)',
  );
});

test('somebody is mentioned only by a Discord id', () => {
  expect(markdown([{ user: '123456789012345678' }], en)).toBe('<@123456789012345678>');
  expect(markdown([{ user: '&123456789012345678' }], en)).toBe('&123456789012345678');
});
