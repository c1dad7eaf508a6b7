/** A briefing in which somebody bears another family name. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';
import { contentOf } from './content.ts';

export function renamed(briefing: Briefing, name: string, to: string): Briefing {
  const content = JSON.stringify(contentOf(briefing)).replaceAll(
    new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'),
    to,
  );
  return indexed(JSON.parse(content) as Content, briefing.sources);
}
