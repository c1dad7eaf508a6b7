import { afterAll, test } from 'vitest';
import { LIARS, misledInVain, questions, sameAsAlone, server } from '../choosing/liars.ts';

afterAll(() => server.close());

test.each(LIARS)(
  'of a model that %s, no sentence is shown that the rules could not show, whatever is asked',
  (_, behaviour) => misledInVain(behaviour, questions),
);

test('of one that says nothing of use, every answer is the rules’ own, whatever is asked', () =>
  sameAsAlone(questions));
