export interface ChartPalette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly model: string;
  readonly up: string;
  readonly down: string;
  readonly hatch: string;
  readonly tokenLightness: number;
  readonly tokenChroma: number;
}

/** The page's colours as values, since a picture has no style sheet; a test holds them to ui/tokens.css. */
export const chartPalettes: Readonly<Record<'light' | 'dark', ChartPalette>> = {
  light: {
    paper: '#faf8f4',
    ink: '#1d1c1a',
    soft: '#645f57',
    line: '#e4dfd4',
    accent: '#5b4be0',
    accentSoft: '#e6e2fb',
    model: '#8a8478',
    up: '#1a63bd',
    down: '#a8540a',
    hatch: '#cfc9bc',
    tokenLightness: 0.88,
    tokenChroma: 0.057,
  },
  dark: {
    paper: '#131316',
    ink: '#ece9e3',
    soft: '#a39e94',
    line: '#2c2b30',
    accent: '#9d90ff',
    accentSoft: '#2a2647',
    model: '#7d786e',
    up: '#6aa8ff',
    down: '#ff9f4a',
    hatch: '#4b4854',
    tokenLightness: 0.36,
    tokenChroma: 0.055,
  },
};
