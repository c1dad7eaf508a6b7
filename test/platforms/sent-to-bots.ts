/** What people send to bots, in direct messages: each gets an answer that is about it. */
import { en } from '../../src/show/messages/en.ts';

export type Sent = {
  /** What it is, as somebody would tell it. */
  readonly what: string;
  readonly text: string;
  /** What the platforms send with it: only words are the same on both. */
  readonly with?: 'picture' | 'forward' | 'action';
  /** A piece of the answer. */
  readonly gets: string | RegExp;
};

const VOICE =
  'hey so um i was reading about this summit thing and i wanted to know like what did Newsham say about China if he said anything';

/** In this order: what leans on an answer stands after it. */
export const SENT: readonly Sent[] = [
  { what: 'hello', text: 'Hello!', gets: 'I answer questions about this' },
  { what: 'who are you', text: 'are you a real person?', gets: 'press attaché' },
  { what: 'what can you do', text: 'what can you do', gets: 'Ask in your own words' },
  { what: 'help', text: 'help me please', gets: 'Ask in your own words' },
  { what: 'a question', text: 'What did Abe say about trust?', gets: 'without trust' },
  { what: 'a follow-up', text: 'and Putin?', gets: 'What did Putin say about trust?' },
  { what: 'why', text: 'why?', gets: 'Understood as: why?' },
  { what: 'thanks', text: 'thanks a lot', gets: en.talk.thanks },
  { what: 'an emoji by its code', text: ':pray:', gets: en.talk.thanks },
  { what: 'an emoji', text: '👍', gets: en.talk.thanks },
  { what: 'stop', text: 'stop this', gets: 'only when I am asked' },
  { what: 'unsubscribe', text: 'unsubscribe me', gets: 'no digest' },
  { what: 'when is the next digest', text: 'When is the next digest?', gets: 'no digest' },
  { what: 'a summary', text: 'tl;dr', gets: '68 agreements' },
  { what: 'feedback', text: 'that is wrong', gets: 'Wrong or missing?' },
  { what: 'a screenshot', text: '', with: 'picture', gets: en.talk.wordsOnly },
  { what: 'a picture with a question', text: 'Who is Newsham?', with: 'picture', gets: 'Grant Newsham' },
  { what: 'an action, as by /me', text: 'newsham', with: 'action', gets: 'Grant Newsham' },
  { what: 'a forwarded message', text: 'Who is Hosaka Yuji?', with: 'forward', gets: 'Hosaka Yuji' },
  {
    what: 'two questions',
    text: 'What did Abe say about trust? And who is Hosaka Yuji?',
    gets: /without trust[\s\S]*Hosaka Yuji/u,
  },
  { what: 'two names', text: 'newsham and abe', gets: /Newsham[\s\S]*Abe/u },
  { what: 'a name with an emoji', text: 'newsham :wave:', gets: 'Grant Newsham' },
  { what: 'a citation pasted back', text: '[¶ 16]', gets: 'Paragraph 16' },
  { what: 'several paragraphs', text: 'source 16, 32', gets: 'Paragraph 16' },
  { what: 'a dictated paragraph', text: VOICE, gets: 'hedge their bets' },
  { what: 'a key pressed by accident', text: 'asdfghjkl', gets: /did not understand|does not/u },
];
