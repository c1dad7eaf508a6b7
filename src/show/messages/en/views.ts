/** Views that answers lead to: what stands on the control, and the words that are typed for it. */
export const views = {
  overview: { label: 'Overview', says: 'overview' },
  corrections: { label: 'All corrections', says: 'corrections' },
  people: { label: 'People', says: 'people' },
  quotes: { label: 'Quotations', says: 'quotes' },
  positions: { label: 'Positions', says: 'positions' },
  deals: { label: 'Deals', says: 'deals' },
  figures: { label: 'Figures', says: 'figures' },
  timeline: { label: 'Timeline', says: 'timeline' },
  map: { label: 'Map', says: 'map' },
  topics: { label: 'Topics', says: 'topics' },
  source: { label: 'Source', says: 'source' },
  help: { label: 'Help', says: 'help' },

  quotesOf: (name: string) => `Quotations: ${name}`,
  quotesAbout: (topic: string) => `Quotations about: ${topic}`,
  positionsOf: (name: string) => `Positions: ${name}`,
};
