/** How the bot looks in the page; shipped with it, so that nothing is loaded from outside. */
export const BOT_NAME = 'Attaché';
export const CHANNEL = 'briefing-desk';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#1f3a5f"/><path d="M11 10h18v3.4H11zm0 8.3h18v3.4H11zm0 8.3h11V30H11z" fill="#fff"/><circle cx="27.5" cy="28.3" r="2.6" fill="#7fb2e5"/></svg>`;
const you = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#5b6b3a"/><circle cx="20" cy="15.5" r="6.5" fill="#fff"/><path d="M7.5 35c1-9 6-12.5 12.5-12.5S31.500 26 32.500 35z" fill="#fff"/></svg>`;

export const BOT_AVATAR = `data:image/svg+xml,${encodeURIComponent(svg)}`;
export const YOUR_AVATAR = `data:image/svg+xml,${encodeURIComponent(you)}`;
