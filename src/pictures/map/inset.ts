/** The map within the map: closer where places crowd, or wider to show where the map is. */
import type { PictureMessages } from '../messages.ts';
import { type Box, type Mark, shrunk } from '../scene.ts';
import { num } from '../svg.ts';
import { widthOf } from '../text.ts';
import type { Theme } from '../theme.ts';
import { backdrop, backdropNames } from './backdrop.ts';
import type { Inset } from './frame.ts';
import { kmBetween } from './land.ts';
import { labelled } from './places.ts';
import { namesOf, type Sited } from './sited.ts';

export type Drawing = {
  readonly theme: Theme;
  readonly say: PictureMessages;
  readonly all: readonly Sited[];
};

/** The map within the map. Its title is the place that holds what it shows, where there is one. */
export function insetMap(inset: Inset, accents: ReadonlySet<number>, { theme, say, all }: Drawing) {
  const { box, view, members } = inset;
  const titled = holderOf(members, all);
  const color = colorOf(members, theme);
  const onColor = color === theme.accent ? theme.onAccent : theme.page;
  const ground = backdrop(view, accents, theme);
  const frame = shrunk(view.box, 6);
  const parts = { view, frame, places: members, ground: ground.ground, accented: ground.accented };
  const told = labelled({ ...parts, taken: [], besides: [], firstNumber: 1, theme });
  const names = backdropNames(view, ground.ground, { taken: told.taken, told: namesOf(all) }, theme, 'inset');
  const title = titleOf(titled, members, box.w - 24, say);
  const marks: Mark[] = [
    {
      kind: 'clip',
      box,
      fill: theme.sea,
      radius: 10,
      marks: [
        ...ground.marks,
        ...names,
        ...told.marks,
        { kind: 'rect', box: { ...box, h: inset.title }, fill: color },
        {
          kind: 'text',
          x: box.x + 13,
          y: box.y + 19,
          text: title.text,
          face: 'bold',
          size: title.size,
          fill: onColor,
          on: [color],
        },
      ],
    },
    { kind: 'rect', box, radius: 10, stroke: color, width: 2 },
  ];
  return {
    marks,
    key: told.key,
    titled: title.text.includes(titled?.names[0] ?? '\n') ? titled : undefined,
  };
}

/** Red says disputed, and nothing else does. */
function colorOf(members: readonly Sited[], theme: Theme): string {
  return members.every(({ disputed }) => disputed) ? theme.accent : theme.quiet;
}

/** The smallest place that holds all of them. */
function holderOf(members: readonly Sited[], all: readonly Sited[]): Sited | undefined {
  const holders = all.filter(
    (place) =>
      place.area === 'holds' &&
      members.every((member) => member !== place && kmBetween(place.at, member.at) <= (place.reachKm ?? 0)),
  );
  return holders.sort((a, b) => (a.reachKm ?? 0) - (b.reachKm ?? 0))[0];
}

function titleOf(
  holder: Sited | undefined,
  members: readonly Sited[],
  room: number,
  say: PictureMessages,
): { text: string; size: number } {
  const disputed = members.every((place) => place.disputed);
  const plain = disputed ? say.map.disputed : say.map.closer;
  const options = [...(holder === undefined ? [] : [holder.names.join(' / ')]), plain];
  const fitting = options.flatMap((text) =>
    [14, 13, 12].filter((size) => widthOf(text, 'bold', size) <= room).map((size) => ({ text, size })),
  );
  return fitting[0] ?? { text: plain, size: 12 };
}

export function locatorMap({ box, view, focus }: Inset, { theme }: Drawing): Mark[] {
  const ground = backdrop(view, new Set(), theme);
  const names = backdropNames(view, ground.ground, { taken: [focus], told: [] }, theme, 'locator');
  return [
    {
      kind: 'clip',
      box,
      fill: theme.sea,
      radius: 8,
      marks: [
        ...ground.marks,
        ...names,
        { kind: 'rect', box: focus, fill: theme.accent, stroke: theme.page, width: 1.2 },
      ],
    },
    { kind: 'rect', box, radius: 8, stroke: theme.dot, width: 1.5 },
  ];
}

export function focusMarks({ focus, box, members }: Inset, theme: Theme): Mark[] {
  const color = colorOf(members, theme);
  const d = tiesOf(focus, box)
    .map(([x1, y1, x2, y2]) => `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`)
    .join('');
  return [
    { kind: 'path', d, stroke: color, width: 1.1, dash: '4 4', opacity: 0.75 },
    { kind: 'rect', box: focus, radius: 3, fill: color, opacity: 0.1, stroke: color, width: 1.6 },
  ];
}

/** Two lines from what is shown closer to the inset, on the sides that face each other. */
export function tiesOf(from: Box, to: Box): readonly (readonly [number, number, number, number])[] {
  const across = Math.max(to.x - (from.x + from.w), from.x - (to.x + to.w));
  const down = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h));
  const inset = 9;
  if (across > down) {
    const [x1, x2] = to.x > from.x ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
    return [
      [x1, from.y, x2, to.y + inset],
      [x1, from.y + from.h, x2, to.y + to.h - inset],
    ];
  }
  const [y1, y2] = to.y > from.y ? [from.y + from.h, to.y] : [from.y, to.y + to.h];
  return [
    [from.x, y1, to.x + inset, y2],
    [from.x + from.w, y1, to.x + to.w - inset, y2],
  ];
}
