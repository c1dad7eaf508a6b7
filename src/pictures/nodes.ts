/**
 * A scene as Takumi draws it soonest. Text is nodes of its own, drawn four times as fast as in an SVG document, and lies
 * above all shapes. Those are nodes too where boxes and dots are all there is, else one SVG document.
 */
import type { Node, RenderOptions } from '@takumi-rs/core';
import { FACES, familiesOf, riseOf } from './fonts.ts';
import { type Mark, type Scene, shapesIn, type TextMark, textsIn } from './scene.ts';
import { svgOf } from './svg.ts';

type Drawing = { readonly node: Node; readonly images: NonNullable<RenderOptions['images']> };

const SHAPES = 'shapes';

export function nodesOf({ width, height, background, marks }: Scene): Drawing {
  const shapes = shapesIn(marks);
  const boxes = shapes.flatMap(plainNode);
  const plain = boxes.length === shapes.length;
  const drawing: Node = { type: 'image', src: SHAPES, style: { width, height } };
  return {
    node: {
      type: 'container',
      style: { position: 'relative', width, height, backgroundColor: background },
      children: [...(plain ? boxes : [drawing]), ...textsIn(marks).flatMap(textNodes)],
    },
    images: plain ? [] : [{ src: SHAPES, data: Buffer.from(svgOf(width, height, shapes)), cache: 'none' }],
  };
}

/** Nothing for what only an SVG document can show. */
function plainNode(mark: Mark): Node[] {
  if (mark.kind === 'rect' && mark.fill !== undefined && !mark.stroke && mark.opacity === undefined) {
    const { x, y, w, h } = mark.box;
    const borderRadius = mark.radius ?? 0;
    return [boxed({ left: x, top: y, width: w, height: h, borderRadius, backgroundColor: mark.fill })];
  }
  if (mark.kind !== 'circle') return [];
  const { x, y, r, fill, stroke, width = 0 } = mark;
  const reach = r + width / 2;
  const border = stroke === undefined ? {} : { border: `${width}px solid ${stroke}` };
  const size = { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
  return [boxed({ ...size, borderRadius: reach, backgroundColor: fill, ...border })];
}

function boxed(style: NonNullable<Node['style']>): Node {
  return { type: 'container', style: { position: 'absolute', boxSizing: 'border-box', ...style } };
}

/** Wider than any picture: a line set in its middle has room on both sides. */
const WIDE = 4_000;

/** The rim first, as a line of its own beneath the letters: a stroke would eat into them. */
function textNodes(mark: TextMark): Node[] {
  const { x, y, text, face, size, fill, anchor = 'start', halo, tracking, struck } = mark;
  const { weight, style } = FACES.find(({ name }) => name === face) ?? FACES[0];
  const families = familiesOf(text, face);
  // A line stands as its first family does.
  const [first = ''] = families;
  const node = (look: NonNullable<Node['style']>): Node => ({
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
  const words = node({ color: fill, ...(struck && { textDecoration: 'line-through' }) });
  if (halo === undefined) return [words];
  const rim = { WebkitTextStroke: `${size * RIM}px ${halo}`, strokeLinejoin: 'round' } as const;
  return [node({ color: halo, ...rim }), words];
}

const RIM = 0.26;
