export const en = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  percent: (n: string) => `${n} %`,
  loading: 'Loading',
  retry: 'Try again',
} as const;
