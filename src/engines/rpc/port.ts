/** One end of a line to a worker. The real one is `workerPort`; tests put a MessageChannel in its place. */
export interface Port {
  post(message: unknown, transfer: Transferable[]): void;
  onMessage(listener: (data: unknown) => void): void;
  /** The other side can never answer again. */
  onDeath(listener: (reason: string) => void): void;
  /** Has everything heard that is there to be heard in this very moment; absent where messages have to be waited for. */
  look?(): void;
  close(): void;
}
