const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** As chats show it: 09:05. */
export const clockTime = (at: number): string => clock.format(at);

export const fullTime = (at: number): string => full.format(at);

/** As Discord shows it beside a name. */
export function discordTime(at: number): string {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return today ? `Today at ${clock.format(at)}` : `${date.format(at)} ${clock.format(at)}`;
}

/** For an input of the kind `datetime-local`, in the browser's own zone. */
export function inputTime(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
