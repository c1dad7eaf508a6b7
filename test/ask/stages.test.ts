import { expect, test } from 'vitest';
import { kuril } from './kuril.ts';
import { listed } from './questions.ts';
import { stagesOf } from './stages.ts';

// `npx vitest run test/ask/stages.test.ts -u` writes the file anew; its diff says which stage moved.
test('each listed question is read, found and decided as it was', async () => {
  const briefing = kuril();
  const stages = listed().map(({ ask }) => stagesOf(ask, briefing));
  await expect(`${stages.join('\n')}\n`).toMatchFileSnapshot('stages/kuril.txt');
});
