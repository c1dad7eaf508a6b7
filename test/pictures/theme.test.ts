import { describe, expect, it } from 'vitest';
import { contrast, THEMES } from '../../src/pictures/theme.ts';

const LEAST = 4.5;

describe.each(Object.entries(THEMES))('the %s colours', (_name, theme) => {
  const pairs: [string, string, string][] = [
    ['ink on the page', theme.ink, theme.page],
    ['quiet on the page', theme.quiet, theme.page],
    ['quiet on a band', theme.quiet, theme.band],
    ['ink on land', theme.ink, theme.land],
    ['ink on the sea', theme.ink, theme.sea],
    ['quiet on land', theme.quiet, theme.land],
    ['quiet on the sea', theme.quiet, theme.sea],
    ['names of waters on the sea', theme.seaInk, theme.sea],
    ['names of waters on land', theme.seaInk, theme.land],
    ['the accent on the page', theme.accent, theme.page],
    ['ink on the accent’s paper', theme.ink, theme.accentPaper],
    ['quiet on the accent’s paper', theme.quiet, theme.accentPaper],
    ['what stands on the accent', theme.onAccent, theme.accent],
  ];

  it.each(pairs)('can be read: %s', (_what, ink, paper) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(LEAST);
  });
});
