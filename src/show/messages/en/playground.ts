/** What the playground itself says, beside the bot's answers. */
export const YOU = 'you';
export const OLD_CONTROL = 'A control of an older version: here is what there is now';
export const NOT_READ = 'This request could not be read.';
export const TOO_LONG = 'This request is too long.';
export const JSON_ONLY = 'The playground takes JSON only.';
export const FOREIGN_HOST = 'The playground answers to 127.0.0.1 and localhost only.';
export const FOREIGN_PAGE = 'The playground answers to its own page only.';
export const PROXIED = 'The playground answers nobody behind a proxy: it knows no passwords.';
export const NOT_LOOPBACK = 'The playground answers on loopback only.';
export const FAILED = 'Something went wrong on our side; the log says what.';
export const CANNOT_SET_CLOCK = 'The clock goes forward only, and at most ten years.';

/** How a pressed control is shown as something typed. */
export function pressed(words: string, command: string): string {
  return `/${command} ${words}`.trim();
}
