/** How far a kilometre is on a map. */
import type { PictureMessages } from '../messages.ts';
import type { Mark } from '../scene.ts';
import { num } from '../svg.ts';
import { widthOf } from '../text.ts';
import type { Theme } from '../theme.ts';
import type { Inset } from './frame.ts';
import type { Ground } from './ground.ts';
import type { View } from './view.ts';

const ROUND = [1, 2, 5];
/** A map of half the world has no one scale. */
const SCALED_UP_TO_KM = 6_000;

export function scaleBar(
  view: View,
  inset: Inset | undefined,
  ground: Ground,
  say: PictureMessages,
  theme: Theme,
) {
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
  const wide = Math.max(w, widthOf(text, 'regular', 12.5));
  const taken = { x: x + w / 2 - wide / 2 - 4, y: bottom - 24, w: wide + 8, h: 28 };
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
    halo: ground.landUnder(taken) > 0.5 ? theme.land : theme.sea,
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
  return { marks, taken: [taken] };
}
