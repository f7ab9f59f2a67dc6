/** `ready`: this page now opens without a network. */
export type OfflineReadiness = 'ready' | 'unsupported' | 'failed';

/**
 * Keeps the page for use offline, after it has loaded, so that its own files come first. Settles when the copy
 * is complete. In development nothing is kept: a kept page would hide what was just edited.
 */
export async function registerServiceWorker(): Promise<OfflineReadiness> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return 'unsupported';
  try {
    await pageLoaded();
    await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`, { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    return 'ready';
  } catch {
    // Refused by the browser's settings, or a file did not arrive: the next visit tries again.
    return 'failed';
  }
}

function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}
