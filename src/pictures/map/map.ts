/** A briefing's places as a map. */

import type { MapFacts } from '../facts/map.ts';
import type { PictureMessages } from '../messages.ts';
import { footer, header, PAGE_WIDTH } from '../page.ts';
import { grown, type Mark, type Scene, shrunk } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { backdrop, backdropNames } from './backdrop.ts';
import { awayText, pointerMarks, pointers } from './beyond.ts';
import { framed, type Inset } from './frame.ts';
import { type Drawing, focusMarks, insetMap, locatorMap, tiesOf } from './inset.ts';
import { type KeyEntry, keyRows } from './key.ts';
import { labelled, lineBoxes } from './places.ts';
import { scaleBar } from './scale.ts';
import { namesOf, type Sited, sited } from './sited.ts';
import type { View } from './view.ts';

const MAP_HEIGHT = 462;
const FRAME = 9;

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
  const bottom = box.y + box.h;
  const foot = footer(small, bottom + below.height, theme);
  return {
    width: PAGE_WIDTH,
    height: foot.bottom,
    background: theme.page,
    alt: say.map.alt(facts.title, places, all.filter((place) => place.disputed).map(nameOf)),
    marks: [
      { kind: 'clip', box, fill: theme.sea, marks: main.marks },
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
  const scale = scaleBar(view, inset, ground.ground, say, theme);
  const focus = inset?.kind === 'close' ? [grown(inset.focus, 4)] : [];
  const ties = inset?.kind === 'close' ? tiesOf(inset.focus, inset.box).flatMap(lineBoxes) : [];
  const taken = [...(inset === undefined ? [] : [grown(inset.box, 5)]), ...focus, ...ties, ...scale.taken];
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
  const field = { taken: told.taken, told: names };
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
    away: beyond
      .filter((place) => !arrows.some((arrow) => arrow.place === place && told.spots.has(arrow.id)))
      .map((place) => awayText(place, from, say)),
  };
}

function nameOf({ names }: Sited): string {
  return names.join(' / ');
}
