/** What the tests of pictures share: a picture that is drawn already, and a reply with one. */
import type { Picture, Pictures } from '../../src/ports/pictures.ts';
import type { Reply } from '../../src/reply/reply.ts';

export const WORDS = 'The map in words.';
export const ALT = 'Map: the harbour of Port Elm.';

export const withMap: Reply = {
  outcome: 'answered',
  shareable: false,
  blocks: [
    { kind: 'heading', text: 'The day’s edition' },
    { kind: 'picture', picture: 'map', briefing: 'harbour', alt: WORDS },
    { kind: 'text', text: ['Words of it'] },
  ],
};

const PNG = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);

export function picture(name = 'harbour-map-light.png'): Picture {
  return { name, data: PNG, alt: ALT, width: 720, height: 540 };
}

/** Pictures that come at once, late, or not at all. */
export function pictures({ afterMs = 0, parts = 1 }: { afterMs?: number; parts?: number } = {}): Pictures {
  const drawn = Array.from({ length: parts }, (_, at) => picture(`harbour-map-${at + 1}.png`));
  return {
    async draw() {
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs).unref());
      return parts === 0 ? { kind: 'none', why: 'failed' } : { kind: 'drawn', pictures: drawn };
    },
    close: async () => undefined,
  };
}
