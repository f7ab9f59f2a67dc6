/** Why a request to an upstream was ended from here. */
export class UpstreamTimeout extends Error {
  readonly waitedFor: 'first byte' | 'next byte';
  constructor(waitedFor: 'first byte' | 'next byte') {
    super(`the upstream sent no ${waitedFor} in time`);
    this.waitedFor = waitedFor;
  }
}

/** A signal that is aborted with `client`, or when nobody has said `alive` for a while. */
export function deadline(client: AbortSignal, milliseconds: number) {
  const controller = new AbortController();
  const leave = (): void => controller.abort(client.reason);
  let timer: NodeJS.Timeout | undefined;
  const wait = (time: number, waitedFor: UpstreamTimeout['waitedFor']): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new UpstreamTimeout(waitedFor)), time);
  };
  if (client.aborted) leave();
  else client.addEventListener('abort', leave, { once: true });
  wait(milliseconds, 'first byte');
  return {
    signal: controller.signal,
    /** Something has come; the next byte has so long. */
    alive: (time: number) => wait(time, 'next byte'),
    /** Nothing is waited for just now. */
    pause: () => clearTimeout(timer),
    /** Ends the request from here. */
    abort: () => controller.abort(),
    over(): void {
      clearTimeout(timer);
      client.removeEventListener('abort', leave);
    },
  };
}
