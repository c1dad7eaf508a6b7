/** A scene as an SVG document. */
import { FACES, runsOf } from './fonts.ts';
import type { Box, Mark, Scene, TextMark } from './scene.ts';

export function svgOf({ width, height, background, marks }: Scene): string {
  let clips = '';
  let count = 0;
  const size = `width="${num(width)}" height="${num(height)}"`;
  const body = drawn(marks);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${num(width)} ${num(height)}"><defs>${clips}</defs><rect ${size} fill="${background}"/>${body}</svg>`;

  function drawn(all: readonly Mark[]): string {
    return all.map(draw).join('');
  }

  function draw(mark: Mark): string {
    switch (mark.kind) {
      case 'text':
        return textOf(mark);
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

function textOf(mark: TextMark): string {
  const { x, y, text, face, size, fill, anchor = 'start', halo, tracking, struck } = mark;
  const { weight, style } = FACES.find(({ name }) => name === face) ?? FACES[0];
  const common = `x="${num(x)}" y="${num(y)}" font-size="${size}" font-weight="${weight}"${style === 'normal' ? '' : ` font-style="${style}"`} text-anchor="${anchor}"${tracking ? ` letter-spacing="${tracking}"` : ''}`;
  const rim =
    halo === undefined
      ? ''
      : ` stroke="${halo}" stroke-width="${num(size * 0.26)}" stroke-linejoin="round" paint-order="stroke"`;
  const strike = struck ? ' text-decoration="line-through"' : '';
  const runs = runsOf(text, face);
  const words =
    runs.length === 1
      ? escaped(text)
      : runs.map((run) => `<tspan font-family="${run.family}">${escaped(run.text)}</tspan>`).join('');
  const family = runs.length === 1 ? ` font-family="${runs[0]?.family}"` : '';
  return `<text xml:space="preserve" ${common}${family}${strike} fill="${fill}"${rim}>${words}</text>`;
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

/** What XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
