export const en = {
  menu: 'Export',
  json: 'Run as JSON',
  csv: 'Distribution as CSV',
  png: 'Chart as PNG',
  svg: 'Chart as SVG',
} as const;
