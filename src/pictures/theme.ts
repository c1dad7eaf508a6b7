/** Colours, light and dark. Every text reaches 4.5:1 on everything that it may stand on; a test measures it. */
export type ThemeName = 'light' | 'dark';

export type Theme = {
  readonly page: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  /** A band that sets a row off from the page. */
  readonly band: string;
  readonly line: string;
  readonly dot: string;
  /** What deserves the eye: the event's days, disputed places. It is nobody's colour. */
  readonly accent: string;
  readonly accentEdge: string;
  readonly accentPaper: string;
  readonly onAccent: string;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly grid: string;
  readonly seaInk: string;
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    page: '#FFFFFF',
    ink: '#16202B',
    quiet: '#465463',
    rule: '#D9DEE4',
    band: '#EFF3F6',
    line: '#C9D3DC',
    dot: '#5B7083',
    accent: '#C22F17',
    accentEdge: '#8F1F0D',
    accentPaper: '#FDEEEA',
    onAccent: '#FFFFFF',
    sea: '#D3E4EE',
    land: '#F7F4EC',
    coast: '#B4AC9A',
    grid: '#C2D8E5',
    seaInk: '#2E6080',
  },
  dark: {
    page: '#0D1720',
    ink: '#F2F5F7',
    quiet: '#B4C1CC',
    rule: '#24384A',
    band: '#17242F',
    line: '#33495C',
    dot: '#8CA3B5',
    accent: '#FF7F5F',
    accentEdge: '#FFC2AE',
    accentPaper: '#2B1D1B',
    onAccent: '#1B0B06',
    sea: '#14222F',
    land: '#303F4B',
    coast: '#566A79',
    grid: '#1E3142',
    seaInk: '#86ADC7',
  },
};

/** The contrast of two colours by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
