/** Shapes as an SVG document. */
import type { Box, Mark } from './scene.ts';

export function svgOf(width: number, height: number, marks: readonly Mark[]): string {
  let clips = '';
  let count = 0;
  const size = `width="${num(width)}" height="${num(height)}"`;
  const body = drawn(marks);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${num(width)} ${num(height)}"><defs>${clips}</defs>${body}</svg>`;

  function drawn(all: readonly Mark[]): string {
    return all.map(draw).join('');
  }

  function draw(mark: Mark): string {
    switch (mark.kind) {
      case 'text':
        return '';
      case 'rect': {
        const { box, fill = 'none', opacity, radius, stroke, width: line } = mark;
        return `<rect ${boxed(box)}${radius ? ` rx="${radius}"` : ''} fill="${fill}"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}${lined(stroke, line)}/>`;
      }
      case 'circle':
        return `<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${mark.r}" fill="${mark.fill}"${lined(mark.stroke, mark.width)}/>`;
      case 'path': {
        const { d, fill = 'none', stroke, width: line, dash, opacity } = mark;
        return `<path d="${d}" fill="${fill}" fill-rule="evenodd"${lined(stroke, line)}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}${opacity === undefined ? '' : ` opacity="${opacity}"`} stroke-linejoin="round"/>`;
      }
      case 'clip': {
        count += 1;
        const id = `c${count}`;
        clips += `<clipPath id="${id}"><rect ${boxed(mark.box)}${mark.radius ? ` rx="${mark.radius}"` : ''}/></clipPath>`;
        return `<g clip-path="url(#${id})">${drawn(mark.marks)}</g>`;
      }
    }
  }
}

function boxed({ x, y, w, h }: Box): string {
  return `x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"`;
}

function lined(stroke: string | undefined, width = 1): string {
  return stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width}"`;
}

/** Rounded to a tenth: a hundredth more would change nothing but the bytes. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
