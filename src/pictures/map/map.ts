/** A briefing's places as a map. */
import type { PictureMessages } from '../messages.ts';
import { footer, header, PAGE_WIDTH } from '../page.ts';
import type { Box, Mark, Scene } from '../scene.ts';
import { num } from '../svg.ts';
import { widthOf } from '../text.ts';
import type { Theme } from '../theme.ts';
import { backdrop, backdropNames } from './backdrop.ts';
import { awayText, MOST_POINTERS, pointerMarks, pointers } from './beyond.ts';
import type { MapFacts } from './facts.ts';
import { framed, type Inset } from './frame.ts';
import { type KeyEntry, keyRows } from './key.ts';
import { labelled, lineBoxes } from './places.ts';
import { type Sited, sited } from './sited.ts';
import type { View } from './view.ts';

const MAP_HEIGHT = 462;
const FRAME = 9;

type Drawing = { readonly theme: Theme; readonly say: PictureMessages; readonly all: readonly Sited[] };

export function mapScene(facts: MapFacts, theme: Theme, say: PictureMessages): Scene {
  const all = sited(facts.places);
  const drawing = { theme, say, all };
  const disputed = all.some((place) => place.disputed);
  const lines = [[facts.dates, ...(disputed ? [say.map.legend] : [])].join(' · ')];
  const head = header({ title: facts.title, lines }, theme);
  const box = { x: 0, y: head.height, w: PAGE_WIDTH, h: MAP_HEIGHT };
  const { view, shown, beyond, inset } = framed(all, box);
  const accents = accentsOf(all);

  const closer = inset?.kind === 'close' ? insetMap(inset, accents, drawing) : undefined;
  const inInset = new Set(inset?.kind === 'close' ? inset.members : []);
  const onMap = shown.filter((place) => !inInset.has(place) && !(closer?.titled === place));
  const main = mainMap(
    { view, places: onMap, beyond, inset, firstNumber: (closer?.key.length ?? 0) + 1 },
    accents,
    drawing,
  );
  const located = inset?.kind === 'locator' ? locatorMap(inset, drawing) : [];

  const below = keyRows([...(closer?.key ?? []), ...main.key], main.away, box.y + box.h, theme, say);
  const small = [
    say.map.land,
    ...(main.towns ? [say.map.towns] : []),
    ...(disputed ? [say.map.fair] : []),
  ].join(' ');
  const places = all.map((place) =>
    [nameOf(place), ...(place.dates === undefined ? [] : [place.dates])].join(', '),
  );
  const foot = footer(small, box.y + box.h + below.height, theme);
  return {
    width: PAGE_WIDTH,
    height: foot.bottom,
    background: theme.page,
    alt: say.map.alt(facts.title, places, all.filter((place) => place.disputed).map(nameOf)),
    marks: [
      { kind: 'clip', box, marks: main.marks },
      ...(closer?.marks ?? located),
      ...head.marks,
      ...below.marks,
      ...foot.marks,
    ],
  };
}

/** Islands that are disputed as wholes: those of each disputed place that does not merely hold others. */
function accentsOf(places: readonly Sited[]): Set<number> {
  return new Set(places.flatMap(({ islands }) => islands));
}

function mainMap(
  parts: {
    readonly view: View;
    readonly places: readonly Sited[];
    readonly beyond: readonly Sited[];
    readonly inset: Inset | undefined;
    readonly firstNumber: number;
  },
  accents: ReadonlySet<number>,
  { theme, say, all }: Drawing,
): {
  readonly marks: readonly Mark[];
  readonly key: readonly KeyEntry[];
  readonly away: readonly string[];
  readonly towns: boolean;
} {
  const { view, places, beyond, inset, firstNumber } = parts;
  const ground = backdrop(view, accents, theme);
  const frame = shrunk(view.box, FRAME);
  const from = all.filter(({ event }) => event > 0).sort((a, b) => b.event - a.event)[0];
  const arrows = pointers(beyond, from, view, frame, say);
  const scale = scaleBar(view, inset, say, theme);
  const focus = inset?.kind === 'close' ? [grown(inset.focus, 4)] : [];
  const ties = inset?.kind === 'close' ? tiesOf(inset.focus, inset.box).flatMap(lineBoxes) : [];
  const taken = [...(inset === undefined ? [] : [grown(inset.box, 5)]), ...focus, ...scale.taken];
  const told = labelled({
    view,
    frame,
    places,
    ground: ground.ground,
    accented: ground.accented,
    taken,
    besides: arrows,
    firstNumber,
    theme,
  });
  const pointed = arrows.flatMap((arrow) => {
    const spot = told.spots.get(arrow.id);
    if (spot === undefined) return [];
    const halo = ground.ground.landUnder(spot) > 0.5 ? theme.land : theme.sea;
    return pointerMarks(arrow, spot, halo, theme);
  });
  const names = namesOf(all);
  const field = { taken: [...told.taken, ...ties], told: names };
  const backdropped = backdropNames(view, ground.ground, field, theme);
  return {
    marks: [
      ...ground.marks,
      ...(inset?.kind === 'close' ? focusMarks(inset, theme) : []),
      ...backdropped,
      ...scale.marks,
      ...told.marks,
      ...pointed,
    ],
    towns: backdropped.some(({ kind }) => kind === 'circle'),
    key: told.key,
    away: [
      ...arrows.filter(({ id }) => told.unplaced.includes(id)).map(({ place }) => place),
      ...beyond.slice(MOST_POINTERS),
    ].map((place) => awayText(place, from, say)),
  };
}

/** The map within the map. Its title is the place that holds what it shows, where there is one. */
function insetMap(inset: Inset, accents: ReadonlySet<number>, { theme, say, all }: Drawing) {
  const { box, view, members } = inset;
  const titled = holderOf(members, all);
  const color = members.some(({ disputed }) => disputed) ? theme.accent : theme.quiet;
  const onColor = color === theme.accent ? theme.onAccent : theme.page;
  const ground = backdrop(view, accents, theme);
  const frame = shrunk(view.box, 6);
  const parts = { view, frame, places: members, ground: ground.ground, accented: ground.accented };
  const told = labelled({ ...parts, taken: [], besides: [], firstNumber: 1, theme });
  const names = backdropNames(view, ground.ground, { taken: told.taken, told: namesOf(all) }, theme, true);
  const title = titleOf(titled, members, box.w - 24, say);
  const marks: Mark[] = [
    {
      kind: 'clip',
      box,
      radius: 10,
      marks: [
        ...ground.marks,
        ...names,
        ...told.marks,
        { kind: 'rect', box: { ...box, h: inset.title }, fill: color },
        ...(title === undefined
          ? []
          : [
              {
                kind: 'text' as const,
                x: box.x + 13,
                y: box.y + 19,
                text: title.text,
                face: 'bold' as const,
                size: title.size,
                fill: onColor,
                on: [color],
              },
            ]),
      ],
    },
    { kind: 'rect', box, radius: 10, stroke: color, width: 2 },
  ];
  return {
    marks,
    key: told.key,
    titled: title?.text.includes(titled?.names[0] ?? '\n') ? titled : undefined,
  };
}

/** The smallest place that holds all of them. */
function holderOf(members: readonly Sited[], all: readonly Sited[]): Sited | undefined {
  const holders = all.filter((place) => place.area === 'holds' && !members.includes(place));
  return holders.sort((a, b) => (a.reachKm ?? 0) - (b.reachKm ?? 0))[0];
}

function titleOf(
  holder: Sited | undefined,
  members: readonly Sited[],
  room: number,
  say: PictureMessages,
): { text: string; size: number } | undefined {
  const disputed = members.every((place) => place.disputed);
  const options = [
    ...(holder === undefined ? [] : [holder.names.join(' / ')]),
    ...(disputed ? [say.map.disputed] : []),
  ];
  const fitting = options.flatMap((text) =>
    [14, 13, 12].filter((size) => widthOf(text, 'bold', size) <= room).map((size) => ({ text, size })),
  );
  return fitting[0];
}

function locatorMap({ box, view, focus }: Inset, { theme }: Drawing): Mark[] {
  const ground = backdrop(view, new Set(), theme);
  const names = backdropNames(view, ground.ground, { taken: [focus], told: [] }, theme, true);
  return [
    {
      kind: 'clip',
      box,
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

function focusMarks({ focus, box, members }: Inset, theme: Theme): Mark[] {
  const color = members.some(({ disputed }) => disputed) ? theme.accent : theme.quiet;
  const d = tiesOf(focus, box)
    .map(([x1, y1, x2, y2]) => `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`)
    .join('');
  return [
    { kind: 'path', d, stroke: color, width: 1.1, dash: '4 4', opacity: 0.75 },
    { kind: 'rect', box: focus, radius: 3, fill: color, opacity: 0.1, stroke: color, width: 1.6 },
  ];
}

/** Two lines from what is shown closer to the inset, on the sides that face each other. */
function tiesOf(from: Box, to: Box): readonly (readonly [number, number, number, number])[] {
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

const ROUND = [1, 2, 5];
/** A map of half the world has no one scale. */
const SCALED_UP_TO_KM = 6_000;

function scaleBar(view: View, inset: Inset | undefined, say: PictureMessages, theme: Theme) {
  if (view.widthKm > SCALED_UP_TO_KM) return { marks: [], taken: [] };
  const kmPerPixel = view.widthKm / view.box.w;
  const most = kmPerPixel * 110;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = Math.max(...ROUND.map((part) => part * power).filter((length) => length <= most));
  const w = km / kmPerPixel;
  const text = say.map.km(km);
  const bottom = view.box.y + view.box.h - 14;
  const left = view.box.x + 16;
  const atLeft = inset === undefined || inset.box.x > left + 140 || inset.box.y + inset.box.h < bottom - 30;
  const x = atLeft ? left : view.box.x + view.box.w - 16 - w;
  const label = {
    kind: 'text',
    x: x + w / 2,
    y: bottom - 9,
    text,
    face: 'regular',
    size: 12.5,
    fill: theme.quiet,
    on: [theme.land, theme.sea],
    anchor: 'middle',
    halo: theme.land,
  } as const;
  const marks: Mark[] = [
    {
      kind: 'path',
      d: `M${num(x)} ${num(bottom - 5)}V${num(bottom)}H${num(x + w)}V${num(bottom - 5)}`,
      stroke: theme.quiet,
      width: 1.4,
    },
    label,
  ];
  const wide = Math.max(w, widthOf(text, 'regular', 12.5));
  return { marks, taken: [{ x: x + w / 2 - wide / 2 - 4, y: bottom - 24, w: wide + 8, h: 28 }] };
}

function nameOf({ names }: Sited): string {
  return names.join(' / ');
}

function namesOf(places: readonly Sited[]): string[] {
  return places.flatMap(({ names }) => names);
}

function shrunk({ x, y, w, h }: Box, by: number): Box {
  return { x: x + by, y: y + by, w: w - 2 * by, h: h - 2 * by };
}

function grown(box: Box, by: number): Box {
  return shrunk(box, -by);
}
