/**
 * A scene as Takumi draws it soonest. Text is nodes of its own, drawn four times as fast as in an SVG document, and lies
 * above all shapes. Boxes and dots are nodes too; a clip is an SVG document, no larger than its box.
 */
import type { Node } from '@takumi-rs/core';
import { FACES, familiesOf, riseOf } from './fonts.ts';
import { type Mark, type Scene, type TextMark, textsIn } from './scene.ts';
import { svgOf } from './svg.ts';

/** Documents that nodes name, each drawn this once. */
type Images = { readonly src: string; readonly data: Buffer; readonly cache: 'none' }[];
type Style = NonNullable<Node['style']>;

export function nodesOf({ width, height, background, marks }: Scene): { node: Node; images: Images } {
  const images: Images = [];
  const shapes = marks.flatMap((mark) => shapeNodes(mark, images));
  const style: Style = { position: 'relative', width, height, backgroundColor: background };
  const children = [...shapes, ...textsIn(marks).flatMap(textNodes)];
  return { node: { type: 'container', style, children }, images };
}

/** @param images those that nodes name, which grow */
function shapeNodes(mark: Mark, images: Images): Node[] {
  switch (mark.kind) {
    case 'text':
      return [];
    case 'rect': {
      const { box, radius = 0, fill, stroke, width = 0 } = mark;
      const grown = stroke === undefined ? 0 : width / 2;
      const at = {
        left: box.x - grown,
        top: box.y - grown,
        width: box.w + 2 * grown,
        height: box.h + 2 * grown,
      };
      const look = {
        ...(fill && { backgroundColor: fill }),
        ...(stroke && { border: `${width}px solid ${stroke}` }),
      };
      return [{ type: 'container', style: { ...PLACED, ...at, borderRadius: radius + grown, ...look } }];
    }
    case 'circle': {
      const { x, y, r, fill, stroke, width = 0 } = mark;
      const reach = stroke === undefined ? r : r + width / 2;
      const at = { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
      const look = { backgroundColor: fill, ...(stroke && { border: `${width}px solid ${stroke}` }) };
      return [{ type: 'container', style: { ...PLACED, ...at, borderRadius: reach, ...look } }];
    }
    case 'clip': {
      const { box, fill, radius = 0 } = mark;
      const src = `clip-${images.length}`;
      images.push({ src, data: Buffer.from(svgOf(box, mark.marks)), cache: 'none' });
      const at = { left: box.x, top: box.y, width: box.w, height: box.h };
      return [
        { type: 'image', src, style: { ...PLACED, ...at, borderRadius: radius, backgroundColor: fill } },
      ];
    }
    case 'path':
      throw new Error('a path is drawn in a clip');
  }
}

const PLACED = { position: 'absolute', boxSizing: 'border-box' } as const;

/** Wider than any picture: a line set in its middle has room on both sides. */
const WIDE = 4_000;

/** The rim first, as a line of its own beneath the letters: a stroke would eat into them. */
function textNodes(mark: TextMark): Node[] {
  const { x, y, text, face, size, fill, anchor = 'start', halo, tracking, struck } = mark;
  const { weight, style } = FACES.find(({ name }) => name === face) ?? FACES[0];
  const families = familiesOf(text, face);
  // A line stands as its first family does.
  const [first = ''] = families;
  const node = (look: Style): Node => ({
    type: 'text',
    text,
    style: {
      position: 'absolute',
      top: y - riseOf(first) * size,
      left: anchor === 'start' ? x : anchor === 'middle' ? x - WIDE / 2 : x - WIDE,
      width: WIDE,
      textAlign: anchor === 'start' ? 'left' : anchor === 'middle' ? 'center' : 'right',
      lineHeight: 1,
      whiteSpace: 'pre',
      fontFamily: families.join(', '),
      fontSize: size,
      fontWeight: weight,
      fontStyle: style,
      ...(tracking && { letterSpacing: tracking }),
      ...look,
    },
  });
  const words = node({ color: fill, ...(struck && STRUCK) });
  if (halo === undefined) return [words];
  const rim = { WebkitTextStroke: `${size * RIM}px ${halo}`, strokeLinejoin: 'round' } as const;
  return [node({ color: halo, ...rim }), words];
}

const RIM = 0.26;
/** Thin enough for what is struck to be read. */
const STRUCK = { textDecoration: 'line-through', textDecorationThickness: '1px' } as const;
