import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rightsPage } from '../../src/main/rights.ts';
import { run } from './running.ts';

describe('the page of rights', () => {
  it('that is kept with the docs is the one that the table makes', () => {
    expect(readFileSync('docs/rights.md', 'utf8')).toBe(`${rightsPage()}\n`);
  });

  it('is what npm run rights prints', async () => {
    expect(await run(['rights'])).toMatchObject({ status: 0, stdout: `${rightsPage()}\n`, stderr: '' });
    expect(await run(['rights', '--all'])).toMatchObject({ status: 2, stdout: '' });
  });
});
