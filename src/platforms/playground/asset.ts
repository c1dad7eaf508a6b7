/** A file of the page as it is sent: with its type, and packed for a browser that takes brotli. */
import { brotliCompressSync, constants } from 'node:zlib';

export type Asset = { readonly type: string; readonly body: Uint8Array; readonly brotli: Uint8Array };

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** Between speed at the start and size; the page loads from this machine. */
const BROTLI_QUALITY = 5;

export function packed(name: string, body: Uint8Array): Asset {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return { type, body, brotli };
}
