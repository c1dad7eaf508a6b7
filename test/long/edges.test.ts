import { describe, test } from 'vitest';
import { LIMITS, SCRIPTS, takenAround } from '../platforms/taken.ts';

describe.each(SCRIPTS)('written with %s', (letter) => {
  test.each(LIMITS)('blocks around %i characters are always taken', (limit) => takenAround(limit, letter));
});
