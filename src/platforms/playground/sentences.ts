/** What the playground itself says, beside the bot's answers. */
export const YOU = 'you';
export const OLD_CONTROL = 'A control of an older version: here is what there is now';
export const NOT_READ = 'This request could not be read.';
export const CANNOT_SET_CLOCK = 'The clock goes forward only, and at most ten years.';

/** How a pressed control is shown as something typed. */
export function pressed(words: string, command: string): string {
  return `/${command} ${words}`.trim();
}
