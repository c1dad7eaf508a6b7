import { expect, onTestFinished, test } from 'vitest';
import { plain } from '../../src/reply/plain.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { choicesOf, reply } from '../commands/kuril.ts';
import { story } from './kit.ts';

const TYPED = ['', 'people', 'topics', 'deals', 'figures', 'timeline', 'new', 'corrections', 'help'];
/** What the desk answers, and what changes something. */
const NOT_READ = /^(?:subscribe|skip|pause|resume|unsubscribe|stop|digest|status|doctor|forget)\b/u;

function offered(replies: readonly Reply[]): string[] {
  const says = replies.flatMap((one) => choicesOf(one)).map((choice) => choice.says);
  return [...new Set(says)].filter((words) => !NOT_READ.test(words));
}

test('every control of an answer to an earlier release leads to an answer from the newest, and none to what is no longer so', () => {
  const { release, remove } = story();
  onTestFinished(remove);
  const first = release(0);
  const begun = TYPED.map((words) => reply(words, first));
  const controls = offered([...begun, ...offered(begun).map((words) => reply(words, first))]);
  expect(controls.length).toBeGreaterThan(40);
  for (const later of [release(1), release(2)]) {
    for (const words of controls) {
      const answer = reply(words, later);
      expect(['answered', 'help', 'not_covered'], words).toContain(answer.outcome);
      const shown = plain(answer, en);
      // What was corrected stands only beside what is right.
      if (shown.includes('closed it in 2009')) expect(shown, words).toContain('closed it in 2011');
    }
  }
});
