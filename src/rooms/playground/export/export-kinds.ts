export const exportKinds = ['json', 'csv', 'png', 'svg'] as const;
export type ExportKind = (typeof exportKinds)[number];
